import type { CustomResource, CustomResourceOptions } from "@pulumi/pulumi";

import type { Kind } from "../../provider/resources";

/** Makes a resource of a kind. */
export type MakeResource = (
  kind: Kind,
  name: string,
  args: Readonly<Record<string, unknown>>,
  options?: CustomResourceOptions,
) => CustomResource;

/** How much a governed tenant has. Environments are spread over the groups; each group has its own billing policy. */
export interface GovernedSize {
  readonly groups: number;
  readonly environments: number;
}

/** The tenant that the provider is built for. */
export const standardSize: GovernedSize = { groups: 20, environments: 240 };

const assignmentsOfEnvironment = 3;

/** How many resources its program has. */
export const governedResources = ({ groups, environments }: GovernedSize): number =>
  2 * groups + (4 + assignmentsOfEnvironment) * environments;

/**
 * The requests of an unchanged preview, without further pages: the lists of environments, groups and policies, of the environments
 * of each policy, and of the role assignments of each environment.
 */
export const governedListings = ({ groups, environments }: GovernedSize): number => 3 + groups + environments;

/** Declares a tenant whose environments are each managed, in a group, under a billing policy, and have three role assignments. */
export function declareGoverned(make: MakeResource, { groups, environments }: GovernedSize): void {
  const governing = Array.from({ length: groups }, (_, index) => ({
    environmentGroupId: make("EnvironmentGroup", `group-${index}`, { displayName: `Group ${index}` }).id,
    billingPolicyId: make("BillingPolicy", `policy-${index}`, {
      ...{ name: `policy-${index}`, location: "europe", status: "Enabled" },
      billingInstrument: { subscriptionId: guid("c", 1), resourceGroup: "bench" },
    }).id,
  }));
  for (let index = 0; index < environments; index++) declareEnvironment(make, index, governing[index % groups] ?? {});
}

/** @param governing ids of group and policy */
function declareEnvironment(make: MakeResource, index: number, governing: Readonly<Record<string, unknown>>): void {
  const { environmentGroupId, billingPolicyId } = governing;
  const name = `environment-${index}`;
  const { id: environmentId } = make("Environment", name, {
    ...{ displayName: `Environment ${index}`, environmentSku: "Sandbox", location: "europe", allowDelete: true },
    databaseType: "CommonDataService",
    linkedEnvironmentMetadata: { baseLanguageCode: 1033, currency: { code: "EUR" }, domainName: `bench${index}` },
  });
  const dependsOn = make("ManagedEnvironment", `${name}-managed`, { environmentId });
  make("EnvironmentGroupMembership", `${name}-group`, { environmentGroupId, environmentId }, { dependsOn });
  make("BillingPolicyEnvironment", `${name}-billing`, { billingPolicyId, environmentId }, { dependsOn });
  const scope = environmentId.apply((id) => `/environments/${id}`);
  const role = { principalType: "Group", roleDefinitionId: "reader", scope };
  for (let each = 0; each < assignmentsOfEnvironment; each++)
    make("RoleAssignment", `${name}-role-${each}`, { ...role, principalObjectId: guid("a", each) }, { dependsOn });
}

const guid = (group: string, index: number): string =>
  `${group.repeat(8)}-0000-4000-8000-${String(index).padStart(12, "0")}`;
