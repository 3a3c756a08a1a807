import type { Answer } from "../../../answer";
import type { Call } from "../../../call";
import { isCheck, param } from "../../../call";
import { refuse } from "../../../refusal";
import type { Effect, Operation } from "../../../tenant/operation";
import type { Environment } from "../../../tenant/types";
import type { OperationHandler } from "../../operationHandler";
import { addEndedOperation, startOperation } from "./asyncOperation";
import { accepted, conflict, environmentMissing, refuseBusy } from "./lifecycleAnswer";

/** What stands in the way of an operation: 409 with a code alone, or 400 about a member of the request. */
export type Obstacle = Refused | FieldRefused;

interface FieldRefused {
  code: string;
  field: string;
  message: string;
}

interface Refused {
  code: string;
  /** The environment is as asked already, which some answer with an operation that does nothing. */
  isUnchanged?: boolean;
}

/** An asynchronous change of one environment. */
export interface Lifecycle {
  /** Such as "EnableManaged". */
  name: string;
  effect: (call: Call) => Effect;
  obstacle?: (environment: Environment, call: Call) => Obstacle | undefined;
  /** Where the environment is looked for. @default among those that are not deleted */
  find?: (call: Call) => Environment | undefined;
}

/** Refused while another operation of the environment runs; only checked with `ValidateOnly`. */
export const lifecycleCall =
  ({ name, effect, obstacle = () => undefined, find = liveEnvironment }: Lifecycle): OperationHandler =>
  (call): Answer => {
    const environment = find(call);
    if (environment === undefined) return environmentMissing(call, param(call, "environmentId"));
    const environmentId = environment.id;
    const busy = refuseBusy(call, environmentId);
    if (busy !== undefined) return busy;
    const found = obstacle(environment, call);
    if (found !== undefined) return refuseObstacle(call, name, environmentId, found);
    if (isCheck(call.query))
      return accepted(call, addEndedOperation(call, { name, environmentId, status: "ValidationPassed" }));
    return accepted(call, startOperation(call, { family: "lifecycle", name, environmentId, effect: effect(call) }));
  };

function refuseObstacle(call: Call, name: string, environmentId: string, obstacle: Obstacle): Answer {
  const { unchanged, failedCheck } = call.tenantState.settings.provisioning;
  const end = (status: Operation["status"], error: Pick<Operation, "errorCode" | "errorField"> = {}): Answer =>
    accepted(call, addEndedOperation(call, { name, environmentId, status, ...error }));
  if (!("field" in obstacle) && obstacle.isUnchanged === true && unchanged === "noOperation") return end("NoOperation");
  if (isCheck(call.query) && failedCheck === "operation") {
    const errorField =
      "field" in obstacle ? { errorField: { name: obstacle.field, message: obstacle.message } } : undefined;
    return end("ValidationFailed", { errorCode: obstacle.code, ...errorField });
  }
  return "field" in obstacle ? refuse(call, 400, obstacle) : conflict(call, obstacle.code);
}

export const setMembers = (members: Partial<Environment>): Effect => ({ change: "update", members });

export const liveEnvironment = (call: Call): Environment | undefined =>
  call.tenantState.tenant.environments.get(param(call, "environmentId"));
