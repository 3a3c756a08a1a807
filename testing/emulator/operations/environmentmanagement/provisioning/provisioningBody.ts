import type { TenantState } from "../../../tenantState";
import { isSameId } from "../../../tenant/entity";
import { geographyOf, locations, macroRegions } from "./locations";

/** `CreateEnvironmentRequest`, as far as the emulator looks at it; the contract has checked the types. */
export interface CreateEnvironment {
  displayName: string;
  environmentSku: string;
  location?: string | null;
  macroRegion?: string | null;
  databaseType?: string | null;
  billingPolicy?: { id?: string } | null;
  cluster?: { category?: string } | null;
  connectedGroupIdForTeamsEnvironment?: string | null;
  finOpsMetadata?: object | null;
  governanceConfiguration?: { protectionLevel?: string } | null;
  linkedEnvironmentMetadata?: LinkDataverse | null;
  parentEnvironmentGroup?: { id?: string };
  usedBy?: { userId?: string; type?: string | null };
}

/** `LinkedEnvironmentMetadata`. */
export interface LinkDataverse {
  baseLanguageCode?: number;
  currency?: { code?: string };
  domainName?: string | null;
  securityGroupId?: string | null;
}

interface Problem {
  field: string;
  message: string;
}

/** Why an environment cannot be created so: the rules that the contract states in words. */
export const createProblem = (tenantState: TenantState, wanted: CreateEnvironment): Problem | undefined =>
  placeProblem(wanted) ??
  groupProblem(tenantState, wanted) ??
  billingProblem(tenantState, wanted) ??
  (wanted.databaseType === "CommonDataService"
    ? (dataverseProblem(wanted.linkedEnvironmentMetadata) ??
      domainProblem(tenantState, wanted.linkedEnvironmentMetadata))
    : undefined);

function placeProblem({ location, macroRegion, databaseType }: CreateEnvironment): Problem | undefined {
  if (location && macroRegion) return { field: "location", message: "location and macroRegion exclude each other." };
  if (location && !locations.some(({ name }) => isSameId(name, location))) {
    return { field: "location", message: `The location '${location}' is not known.` };
  }
  if (macroRegion && !macroRegions.some(({ macroRegionId }) => isSameId(macroRegionId, macroRegion))) {
    return { field: "macroRegion", message: `The macro region '${macroRegion}' is not known.` };
  }
  if (databaseType !== "CommonDataService" || location || macroRegion) return undefined;
  return { field: "location", message: "Dataverse needs a location or a macroRegion." };
}

/** A Managed Environment needs Dataverse, and only a Managed Environment can be in a group. */
function groupProblem({ tenant }: TenantState, wanted: CreateEnvironment): Problem | undefined {
  const groupId = wanted.parentEnvironmentGroup?.id;
  const isManaged = wanted.governanceConfiguration?.protectionLevel === "Standard";
  if (isManaged && wanted.databaseType !== "CommonDataService") {
    return { field: "governanceConfiguration", message: "A Managed Environment needs Dataverse." };
  }
  if (groupId === undefined) return undefined;
  if (!tenant.environmentGroups.has(groupId)) {
    return { field: "parentEnvironmentGroup", message: `The environment group '${groupId}' does not exist.` };
  }
  if (isManaged) return undefined;
  return { field: "parentEnvironmentGroup", message: "Only Managed Environments can be in a group." };
}

/** Environment and policy have to be in the same geography (pay-as-you-go guide). */
function billingProblem({ tenant, settings }: TenantState, wanted: CreateEnvironment): Problem | undefined {
  const policyId = wanted.billingPolicy?.id;
  if (policyId === undefined) {
    const message = "The tenant needs a billing policy to create an environment.";
    return settings.provisioning.billingPolicyRequired ? { field: "billingPolicy", message } : undefined;
  }
  const policy = tenant.billingPolicies.get(policyId);
  const geo = geographyOf(wanted);
  if (policy === undefined) {
    return { field: "billingPolicy", message: `The billing policy '${policyId}' does not exist.` };
  }
  if (isSameId(policy.location ?? geo, geo)) return undefined;
  const message = `The environment would be in ${geo}, the billing policy is in ${String(policy.location)}.`;
  return { field: "billingPolicy", message };
}

/** Why Dataverse cannot be made so. */
export function dataverseProblem(metadata: LinkDataverse | null | undefined): Problem | undefined {
  if (metadata?.baseLanguageCode === undefined) {
    return { field: "baseLanguageCode", message: "Dataverse needs a baseLanguageCode." };
  }
  if (!metadata.currency?.code) return { field: "currency", message: "Dataverse needs a currency.code." };
  return undefined;
}

/** A domain name is a host name, so two environments cannot have the same one. */
export function domainProblem(
  tenantState: TenantState,
  metadata: LinkDataverse | null | undefined,
): Problem | undefined {
  const wanted = metadata?.domainName;
  if (!isDomainTaken(tenantState, wanted)) return undefined;
  return { field: "domainName", message: `The domain name '${String(wanted)}' is taken.` };
}

export const isDomainTaken = ({ tenant }: TenantState, wanted: string | null | undefined): boolean =>
  typeof wanted === "string" && tenant.environments.list(({ domainName }) => isSameId(domainName, wanted)).length > 0;
