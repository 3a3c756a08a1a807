import { deletionOperations } from "./deletion";
import { disasterRecoveryOperations } from "./disasterRecovery";
import { lifecycleCall, setMembers } from "./lifecycleCall";
import { managedOperations } from "./managed";
import { skuOperations } from "./sku";

export const lifecycleOperations = {
  ...deletionOperations,
  ...disasterRecoveryOperations,
  ...managedOperations,
  ...skuOperations,
  enableEnvironment: lifecycleCall({ name: "Enable", effect: () => setMembers({ state: "Enabled" }) }),
  disableEnvironment: lifecycleCall({ name: "Disable", effect: () => setMembers({ state: "Disabled" }) }),
};
