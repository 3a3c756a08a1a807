import { param } from "../../../call";
import { isSameId } from "../../../tenant/entity";
import { isDomainTaken } from "../provisioning/provisioningBody";
import { deletedEnvironments } from "./deleted";
import { lifecycleCall, liveEnvironment } from "./lifecycleCall";

const deleteEnvironment = lifecycleCall({
  name: "Delete",
  effect: () => ({ change: "remove" }),
  obstacle: ({ type }) => (type === "Default" ? { code: "DefaultEnvironmentCannotBeDeleted" } : undefined),
});

/** Undoes a deletion within the retention period, unless another environment has the domain name by now. */
const recoverEnvironment = lifecycleCall({
  name: "Recover",
  effect: () => ({ change: "recover" }),
  find: (call) =>
    liveEnvironment(call) ??
    deletedEnvironments(call.tenantState).find(({ id }) => isSameId(id, param(call, "environmentId"))),
  obstacle: ({ deletedDateTime, domainName }, { tenantState }) => {
    if (typeof deletedDateTime !== "string") return { code: "EnvironmentNotDeleted", isUnchanged: true };
    return isDomainTaken(tenantState, domainName) ? { code: "DomainNameTaken" } : undefined;
  },
});

export const deletionOperations = { deleteEnvironment, recoverEnvironment };
