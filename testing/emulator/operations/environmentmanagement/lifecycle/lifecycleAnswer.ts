import type { Answer } from "../../../answer";
import { answer } from "../../../answer";
import type { Call } from "../../../call";
import { refuse } from "../../../refusal";
import { isSameId } from "../../../tenant/entity";
import type { Operation } from "../../../tenant/operation";
import type { TenantState } from "../../../tenantState";
import { look, runningOperation } from "./asyncOperation";

/** An operation as `OperationExecutionResult`. */
export function lifecycleWire(tenantState: TenantState, operation: Operation): object {
  const environment = tenantState.tenant.environments.get(operation.environmentId);
  const { requestedBy } = operation;
  return {
    name: operation.name,
    operationId: operation.id,
    status: operation.status === "running" ? (operation.isSeen === true ? "InProgress" : "Queued") : operation.status,
    startTime: operation.startTime,
    endTime: operation.endTime ?? null,
    requestedBy: {
      userId: requestedBy.id,
      displayName: requestedBy.displayName,
      type: requestedBy.type,
      tenantId: tenantState.tenant.id,
    },
    stageStatuses: [],
    updatedEnvironment: {
      environmentId: operation.environmentId,
      ...(typeof environment?.displayName === "string" ? { displayName: environment.displayName } : {}),
      ...(typeof environment?.url === "string" ? { dataverseOrganizationUrl: environment.url } : {}),
    },
    errorDetail: operation.status.endsWith("Failed") ? errorDetailOf(operation) : null,
  };
}

const errorDetailOf = ({ errorCode = "OperationFailed", errorField }: Operation): object => ({
  code: errorCode,
  fieldErrors: errorField === undefined ? null : { [errorField.name]: { errorMessages: [errorField.message] } },
});

/** `Retry-After`, when the settings ask for it. */
export function retryAfter(tenantState: TenantState): Record<string, string> {
  const seconds = tenantState.settings.provisioning.retryAfterSeconds;
  return seconds === null ? {} : { "retry-after": String(seconds) };
}

/**
 * 202. Neither Microsoft's reference nor its SDK has a body or a header, so a client finds the operation in the list of the
 * environment; the setting adds a Location, or a Location and the operation as body.
 */
export function accepted(call: Call, operation: Operation): Answer {
  const { tenantState } = call;
  const { accepted: shape } = tenantState.settings.provisioning;
  if (shape === "bare" || tenantState.settings.answers === "documented") return answer(202);
  const version = call.query["api-version"] ?? "";
  const location = `${tenantState.baseUrl}/environmentmanagement/operations/${operation.id}?api-version=${version}`;
  const hasBody = call.operation.responses[202]?.content !== undefined;
  return answer(202, hasBody && shape === "operation" ? lifecycleWire(tenantState, operation) : undefined, {
    location,
    ...retryAfter(tenantState),
  });
}

/** 404 where the contract has it for this operation, else 400. */
export function environmentMissing(call: Call, environmentId: string): Answer {
  return refuse(call, call.operation.responses[404] === undefined ? 400 : 404, {
    code: "EnvironmentNotFound",
    message: `The environment '${environmentId}' could not be found.`,
    field: "environmentId",
  });
}

/**
 * 409 while another operation of the environment (or of the group) runs, where the contract has it or not. The attempt counts
 * as a look, so that a client that only repeats it gets through.
 */
export function refuseBusy(call: Call, environmentId: string, groupId?: string): Answer | undefined {
  const running = runningOperation(call.tenantState, { environmentId, ...(groupId === undefined ? {} : { groupId }) });
  if (running === undefined) return undefined;
  look(call.tenantState, running);
  const on = isSameId(running.environmentId, environmentId) ? "environment" : "environment group";
  const message = `Another operation (${running.name}) runs on the ${on}.`;
  const refused = refuse(call, 409, { code: "OperationNotStartable", message });
  return call.operation.responses[409] === undefined ? { ...refused, undocumented: true } : refused;
}

/** 409 where the contract has it for this operation, else 400. The shape has no place for a text that is about no field. */
export const conflict = (call: Call, code: string): Answer =>
  refuse(call, call.operation.responses[409] === undefined ? 400 : 409, { code, message: code });
