import { lifecycleCall, setMembers } from "./lifecycleCall";
import { managedOperations } from "./managed";

const deleteEnvironment = lifecycleCall({
  name: "Delete",
  effect: () => ({ change: "remove" }),
  obstacle: ({ type }) =>
    type === "Default"
      ? { code: "DefaultEnvironmentCannotBeDeleted", message: "The default environment cannot be deleted." }
      : undefined,
});

export const lifecycleOperations = {
  deleteEnvironment,
  ...managedOperations,
  enableEnvironment: lifecycleCall({ name: "Enable", effect: () => setMembers({ state: "Enabled" }) }),
  disableEnvironment: lifecycleCall({ name: "Disable", effect: () => setMembers({ state: "Disabled" }) }),
  modifyEnvironmentSku: lifecycleCall({
    name: "ModifySku",
    effect: (call) => setMembers({ type: String(call.body.environmentSku) }),
  }),
};
