import { lifecycleCall, setMembers } from "./lifecycleCall";

/** Standard = managed. Needs Dataverse (Microsoft's guide). */
const enableManagedEnvironment = lifecycleCall({
  name: "EnableManaged",
  effect: () => setMembers({ protectionLevel: "Standard" }),
  obstacle: ({ protectionLevel, dataverseId }) => {
    if (protectionLevel === "Standard") {
      return {
        code: "AlreadyManaged",
        message: "The environment is a Managed Environment already.",
        isUnchanged: true,
      };
    }
    if (typeof dataverseId === "string") return undefined;
    return { code: "DataverseRequired", message: "The environment has no Dataverse." };
  },
});

/** Refused for a member of a group, whose rules need it managed. */
const disableManagedEnvironment = lifecycleCall({
  name: "DisableManaged",
  effect: () => setMembers({ protectionLevel: "Basic" }),
  obstacle: ({ protectionLevel, environmentGroupId }) => {
    if (protectionLevel !== "Standard") {
      return { code: "NotManaged", message: "The environment is no Managed Environment.", isUnchanged: true };
    }
    if (typeof environmentGroupId !== "string") return undefined;
    return {
      code: "EnvironmentInEnvironmentGroup",
      message: `The environment is in the group '${environmentGroupId}'.`,
    };
  },
});

export const managedOperations = { enableManagedEnvironment, disableManagedEnvironment };
