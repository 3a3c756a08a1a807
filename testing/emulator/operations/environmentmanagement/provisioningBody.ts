import type { TenantState } from "../../tenantState";
import { locations } from "./locations";

/** `CreateEnvironmentRequest`, as far as the emulator looks at it; the contract has checked the types. */
export interface CreateEnvironment {
  displayName: string;
  environmentSku: string;
  location?: string | null;
  macroRegion?: string | null;
  databaseType?: string | null;
  billingPolicy?: { id?: string } | null;
  governanceConfiguration?: { protectionLevel?: string } | null;
  linkedEnvironmentMetadata?: LinkDataverse | null;
  parentEnvironmentGroup?: { id?: string };
}

/** `LinkedEnvironmentMetadata`. */
export interface LinkDataverse {
  baseLanguageCode?: number;
  currency?: { code?: string };
  domainName?: string | null;
}

interface Problem {
  field: string;
  message: string;
}

/** Why an environment cannot be created so: the rules the contract states in words. */
export function createProblem({ tenant }: TenantState, wanted: CreateEnvironment): Problem | undefined {
  const { location, macroRegion, parentEnvironmentGroup, billingPolicy } = wanted;
  if (location && macroRegion) return { field: "location", message: "location and macroRegion exclude each other." };
  if (location && !locations.some(({ name }) => name === location.toLowerCase())) {
    return { field: "location", message: `The location '${location}' is not known.` };
  }
  const groupId = parentEnvironmentGroup?.id;
  if (groupId !== undefined && !tenant.environmentGroups.has(groupId)) {
    return { field: "parentEnvironmentGroup", message: `The environment group '${groupId}' does not exist.` };
  }
  if (groupId !== undefined && wanted.governanceConfiguration?.protectionLevel !== "Standard") {
    return { field: "parentEnvironmentGroup", message: "Only Managed Environments can be in a group." };
  }
  if (billingPolicy?.id !== undefined && !tenant.billingPolicies.has(billingPolicy.id)) {
    return { field: "billingPolicy", message: `The billing policy '${billingPolicy.id}' does not exist.` };
  }
  if (wanted.databaseType !== "CommonDataService") return undefined;
  if (!location && !macroRegion) {
    return { field: "location", message: "Dataverse needs a location or a macroRegion." };
  }
  return dataverseProblem(wanted.linkedEnvironmentMetadata);
}

/** Why Dataverse cannot be made so. */
export function dataverseProblem(metadata: LinkDataverse | null | undefined): Problem | undefined {
  if (metadata?.baseLanguageCode === undefined) {
    return { field: "baseLanguageCode", message: "Dataverse needs a baseLanguageCode." };
  }
  if (!metadata.currency?.code) return { field: "currency", message: "Dataverse needs a currency.code." };
  return undefined;
}
