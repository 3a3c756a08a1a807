import { answer } from "../../../answer";
import { param } from "../../../call";
import { disasterRecoveryStateOf, isDisasterRecoveryOn } from "../../../tenant/disasterRecovery";
import type { OperationHandler } from "../../operationHandler";
import { environmentMissing } from "./lifecycleAnswer";
import { lifecycleCall, liveEnvironment, setMembers } from "./lifecycleCall";

const enableDisasterRecovery = lifecycleCall({
  name: "EnableDisasterRecovery",
  effect: () => setMembers({ disasterRecoveryState: "Enabled" }),
  obstacle: (environment) => {
    if (isDisasterRecoveryOn(environment)) return { code: "DisasterRecoveryEnabled", isUnchanged: true };
    const isPossible = disasterRecoveryStateOf(environment) !== "Unavailable";
    return isPossible ? undefined : { code: "DisasterRecoveryUnavailable" };
  },
});

const disableDisasterRecovery = lifecycleCall({
  name: "DisableDisasterRecovery",
  effect: () => setMembers({ disasterRecoveryState: "Disabled" }),
  obstacle: (environment) =>
    isDisasterRecoveryOn(environment) ? undefined : { code: "DisasterRecoveryDisabled", isUnchanged: true },
});

/** Always in step with the clock. An environment without disaster recovery has no time; its answer is not published. */
const getBusinessContinuitySnapshot: OperationHandler = (call) => {
  const environment = liveEnvironment(call);
  if (environment === undefined) return environmentMissing(call, param(call, "environmentId"));
  return answer(200, isDisasterRecoveryOn(environment) ? { lastSyncTime: call.tenantState.now() } : {});
};

export const disasterRecoveryOperations = {
  enableDisasterRecovery,
  disableDisasterRecovery,
  getBusinessContinuitySnapshot,
};
