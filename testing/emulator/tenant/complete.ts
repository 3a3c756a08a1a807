import type { Kinds } from "./snapshot";
import { preciseTimestamp, timestamp } from "./timestamp";
import type { Author, Environment } from "./types";

export interface CompleteContext {
  tenantId: string;
  now: () => number;
  newId: () => string;
}

const seeder: Author = { id: "cccccccc-cccc-4ccc-8ccc-cccccccccccc", type: "User" };

/** What the service fills, for every kind of object: applied to seeds and to objects added behind the client's back. */
export const completers = (
  context: CompleteContext,
): { [Kind in keyof Kinds]: (entity: Partial<Kinds[Kind]>) => Kinds[Kind] } => {
  const { newId } = context;
  const precise = (): string => preciseTimestamp(context.now());
  const environment = (members: Partial<Environment>): Environment => ({
    id: newId(),
    displayName: "Environment",
    tenantId: context.tenantId,
    type: "Sandbox",
    state: "Enabled",
    geo: "unitedstates",
    protectionLevel: "Basic",
    createdDateTime: precise(),
    ...members,
  });
  return {
    principals: (members) => ({ id: newId(), type: "Application", roles: [], ...members }),
    environmentGroups: (members) => ({ id: newId(), createdTime: precise(), createdBy: seeder, ...members }),
    environments: environment,
    deletedEnvironments: (members) => ({ ...environment(members), deletedDateTime: precise(), ...members }),
    environmentBackups: (members) => ({
      id: newId(),
      environmentId: "",
      label: "Backup",
      backupPointDateTime: precise(),
      backupExpiryDateTime: preciseTimestamp(context.now() + 7 * 24 * 3600 * 1000),
      ...members,
    }),
    environmentSettings: (members) => ({ Id: newId(), ...members }),
    roleAssignments: (members) => ({
      roleAssignmentId: newId(),
      scope: `/tenants/${context.tenantId}`,
      principalType: "User",
      principalObjectId: newId(),
      roleDefinitionId: "c886ad2e-27f7-4874-8381-5849b8d8a090",
      createdByPrincipalType: "User",
      createdByPrincipalObjectId: seeder.id,
      createdOn: timestamp(context.now()),
      expiresOn: null,
      ...members,
    }),
    billingPolicies: (members) => ({
      id: newId(),
      type: "TenantOwned",
      status: "Enabled",
      ...authored(precise(), seeder),
      ...members,
    }),
    billingPolicyEnvironments: (members) => ({ billingPolicyId: "", environmentId: "", ...members }),
    provisioningPolicies: (members) => ({ billingPolicyId: "", status: "Enabled", looksLeft: 0, ...members }),
    isvContracts: (members) => ({
      id: newId(),
      status: "Enabled",
      ...authored(precise(), seeder),
      ...members,
    }),
    ruleBasedPolicies: (members) => ({
      id: newId(),
      tenantId: context.tenantId,
      lastModified: precise(),
      ruleSets: [],
      ...members,
    }),
    ruleAssignments: (members) => ({
      policyId: "",
      resourceType: "EnvironmentGroup",
      resourceId: "",
      tenantId: context.tenantId,
      ...members,
    }),
    ruleSets: (members) => ({
      id: newId(),
      environmentGroupId: "",
      lastModified: precise(),
      parameters: [],
      ...members,
    }),
    currencyAllocations: (members) => ({ environmentId: "", currencyType: "MCSMessages", allocated: 0, ...members }),
    resourceThresholds: (members) => ({
      environmentId: "",
      entitlementId: "MCSMessages",
      resourceId: "",
      createdOn: precise(),
      ...members,
    }),
    entitlements: (members) => ({ entitlementId: "MCSMessages", ...members }),
    storageWarnings: (members) => ({
      storageCategory: "",
      storageEntity: "",
      isActive: true,
      thresholds: [],
      ...members,
    }),
    temporaryEntitlements: (members) => ({ currencyType: "MCSMessages", ...members }),
    operations: (members) => ({
      id: newId(),
      family: "lifecycle",
      name: "Edit",
      environmentId: "",
      looksLeft: 0,
      status: "running",
      effect: { change: "none" },
      startTime: precise(),
      requestedBy: { id: seeder.id, displayName: "Emulator", type: "User" },
      ...members,
    }),
  };
};

const authored = (
  at: string,
  by: Author,
): { createdOn: string; createdBy: Author; lastModifiedOn: string; lastModifiedBy: Author } => ({
  createdOn: at,
  createdBy: by,
  lastModifiedOn: at,
  lastModifiedBy: by,
});
