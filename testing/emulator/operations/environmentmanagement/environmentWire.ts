import type { Environment } from "../../tenant/types";
import type { TenantState } from "../../tenantState";

const dataverseMembers = ["url", "domainName", "dataverseId", "version"];
const offTheWire = ["disasterRecoveryState", "disasterRecoveryLocation"];

/**
 * An environment as its namespace answers it: without the state of disaster recovery (the entitlements of licensing have it),
 * and without Dataverse while it is being created and as long as that propagates. Uses up one attempt while it propagates.
 */
export function environmentWire({ propagation }: TenantState, environment: Environment): Environment {
  const isSettling = environment.state === "Creating" || propagation.hides("dataverse", environment.id);
  const hidden = isSettling ? [...offTheWire, ...dataverseMembers] : offTheWire;
  const shown = Object.entries(environment).filter(([name]) => !hidden.includes(name));
  return { ...Object.fromEntries(shown), id: environment.id };
}
