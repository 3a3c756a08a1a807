import { lifecycleCall, setMembers } from "./lifecycleCall";

/** Standard = managed. Needs Dataverse (Microsoft's guide). */
const enableManagedEnvironment = lifecycleCall({
  name: "EnableManaged",
  effect: () => setMembers({ protectionLevel: "Standard" }),
  obstacle: ({ protectionLevel, dataverseId }) => {
    if (protectionLevel === "Standard") return { code: "AlreadyManaged", isUnchanged: true };
    return typeof dataverseId === "string" ? undefined : { code: "DataverseRequired" };
  },
});

/** Refused for a member of a group, whose rules need it managed. */
const disableManagedEnvironment = lifecycleCall({
  name: "DisableManaged",
  effect: () => setMembers({ protectionLevel: "Basic" }),
  obstacle: ({ protectionLevel, environmentGroupId }) => {
    if (protectionLevel !== "Standard") return { code: "NotManaged", isUnchanged: true };
    return typeof environmentGroupId === "string" ? { code: "EnvironmentInEnvironmentGroup" } : undefined;
  },
});

export const managedOperations = { enableManagedEnvironment, disableManagedEnvironment };
