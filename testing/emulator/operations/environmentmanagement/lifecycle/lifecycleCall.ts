import type { Answer } from "../../../answer";
import type { Call } from "../../../call";
import { param } from "../../../call";
import type { Effect } from "../../../tenant/operation";
import type { Environment } from "../../../tenant/types";
import type { OperationHandler } from "../../operationHandler";
import { addEndedOperation, startOperation } from "./asyncOperation";
import { accepted, conflict, environmentMissing, refuseBusy } from "./lifecycleAnswer";

/** What stands in the way of an operation. */
export interface Obstacle {
  code: string;
  message: string;
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
    if (found !== undefined) {
      const { code, message, isUnchanged = false } = found;
      if (!isUnchanged || call.tenantState.settings.provisioning.unchanged === "conflict")
        return conflict(call, code, message);
      return accepted(call, addEndedOperation(call, name, environmentId, "NoOperation"));
    }
    if (call.query.ValidateOnly?.toLowerCase() === "true")
      return accepted(call, addEndedOperation(call, name, environmentId, "ValidationPassed"));
    return accepted(call, startOperation(call, { family: "lifecycle", name, environmentId, effect: effect(call) }));
  };

export const setMembers = (members: Partial<Environment>): Effect => ({ change: "update", members });

const liveEnvironment = (call: Call): Environment | undefined =>
  call.tenantState.tenant.environments.get(param(call, "environmentId"));
