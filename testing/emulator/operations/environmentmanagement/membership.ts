import type { Answer } from "../../answer";
import { answer } from "../../answer";
import type { Call } from "../../call";
import { param } from "../../call";
import { refuse } from "../../refusal";
import { isSameId } from "../../tenant/entity";
import type { Operation } from "../../tenant/operation";
import type { Environment } from "../../tenant/types";
import type { OperationHandler } from "../operationHandler";
import { look, startOperation } from "./lifecycle/asyncOperation";
import { refuseBusy, retryAfter } from "./lifecycle/lifecycleAnswer";

/** 202 with a Location; the environment must be managed already (recorded). */
const addEnvironmentToGroup: OperationHandler = (call) => {
  const { tenant, settings } = call.tenantState;
  const groupId = param(call, "groupId");
  const group = tenant.environmentGroups.get(groupId);
  const environment = tenant.environments.get(param(call, "environmentId"));
  if (group === undefined) return invalid(call, `The environment group '${groupId}' does not exist.`);
  if (environment === undefined)
    return invalid(call, `The environment '${param(call, "environmentId")}' does not exist.`);
  if (environment.protectionLevel !== "Standard") {
    return invalid(call, `Environment with id ${environment.id} is not managed.`);
  }
  const present = environment.environmentGroupId ?? group.id;
  if (!isSameId(present, group.id) && settings.linkedElsewhere === "conflict") {
    return invalid(call, `The environment '${environment.id}' is in the group '${present}'.`);
  }
  return accept(call, environment, group.id, group.id);
};

/** Also refused while the add has not settled: the environment is no member yet (recorded). */
const removeEnvironmentFromGroup: OperationHandler = (call) => {
  const groupId = param(call, "groupId");
  const environment = call.tenantState.tenant.environments.get(param(call, "environmentId"));
  if (environment === undefined || !isSameId(environment.environmentGroupId, groupId)) {
    return invalid(call, `The environment '${param(call, "environmentId")}' is not in the group '${groupId}'.`);
  }
  return accept(call, environment, groupId, null);
};

/** 204 for an id that is not known (recorded). */
const getEnvironmentGroupOperation: OperationHandler = (call) => {
  const { tenantState } = call;
  const found = tenantState.tenant.operations.get(param(call, "operationId"));
  if (found?.family !== "group") return answer(204);
  const seen = look(tenantState, found);
  return answer(200, groupOperationWire(seen), seen.status === "running" ? retryAfter(tenantState) : undefined);
};

const invalid = (call: Call, message: string): Answer => refuse(call, 400, { code: "InputValidationError", message });

/** An environment takes one operation at a time, and so does a group. */
function accept(call: Call, environment: Environment, groupId: string, environmentGroupId: string | null): Answer {
  const { tenantState } = call;
  const busy = refuseBusy(call, environment.id, groupId);
  if (busy !== undefined) return busy;
  const operation = startOperation(call, {
    family: "group",
    name: "Edit",
    environmentId: environment.id,
    groupId,
    effect: { change: "update", members: { environmentGroupId } },
  });
  const location = `${tenantState.baseUrl}/environmentmanagement/environmentGroupOperations/${operation.id}?api-version=1`;
  return answer(202, undefined, { location, ...retryAfter(tenantState) });
}

function groupOperationWire(operation: Operation): object {
  const state = { id: operation.status === "running" ? "NotStarted" : operation.status };
  const at = operation.endTime ?? operation.startTime;
  return {
    id: operation.id,
    links: {
      self: { path: `/environmentmanagement/environmentGroupOperations/${operation.id}` },
      environment: { path: `/environmentmanagement/environments/${operation.environmentId}` },
    },
    type: { id: operation.name },
    typeDisplayName: operation.name,
    state,
    createdDateTime: operation.startTime,
    lastActionDateTime: at,
    requestedBy: operation.requestedBy,
    stages: ["Validate", "Prepare", "Run", "Finalize"].map((name) => ({
      id: name,
      name,
      state,
      firstActionDateTime: operation.startTime,
      lastActionDateTime: at,
    })),
  };
}

export const membershipOperations = {
  addEnvironmentToGroup,
  removeEnvironmentFromGroup,
  getEnvironmentGroupOperation,
};
