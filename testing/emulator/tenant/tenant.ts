import { Collection } from "./collection";
import type { CompleteContext } from "./complete";
import { completers } from "./complete";
import type { Kinds, Seed, Snapshot } from "./snapshot";

export interface TenantEvents {
  /** Called after every change, whoever made it. */
  onChange: () => void;
  /** Called when an environment or a group was added: it may have to propagate. */
  onScopeAdded: (id: string) => void;
}

/** Everything the emulated tenant holds. */
export class Tenant {
  readonly principals: Collection<Kinds["principals"]>;
  readonly environmentGroups: Collection<Kinds["environmentGroups"]>;
  readonly environments: Collection<Kinds["environments"]>;
  readonly deletedEnvironments: Collection<Kinds["deletedEnvironments"]>;
  readonly environmentBackups: Collection<Kinds["environmentBackups"]>;
  readonly environmentSettings: Collection<Kinds["environmentSettings"]>;
  readonly roleAssignments: Collection<Kinds["roleAssignments"]>;
  readonly billingPolicies: Collection<Kinds["billingPolicies"]>;
  readonly billingPolicyEnvironments: Collection<Kinds["billingPolicyEnvironments"]>;
  readonly provisioningPolicies: Collection<Kinds["provisioningPolicies"]>;
  readonly isvContracts: Collection<Kinds["isvContracts"]>;
  readonly ruleBasedPolicies: Collection<Kinds["ruleBasedPolicies"]>;
  readonly ruleAssignments: Collection<Kinds["ruleAssignments"]>;
  readonly ruleSets: Collection<Kinds["ruleSets"]>;
  readonly currencyAllocations: Collection<Kinds["currencyAllocations"]>;
  readonly resourceThresholds: Collection<Kinds["resourceThresholds"]>;
  readonly entitlements: Collection<Kinds["entitlements"]>;
  readonly storageWarnings: Collection<Kinds["storageWarnings"]>;
  readonly temporaryEntitlements: Collection<Kinds["temporaryEntitlements"]>;
  readonly operations: Collection<Kinds["operations"]>;

  constructor(
    readonly id: string,
    context: Omit<CompleteContext, "tenantId">,
    events: TenantEvents,
  ) {
    const complete = completers({ ...context, tenantId: id });
    const onChange = events.onChange;
    const onScope = (event: string, added: string): void => {
      if (event === "add") events.onScopeAdded(added);
      onChange();
    };
    const kind = <Name extends keyof Kinds>(
      name: Name,
      idOf: (entity: Kinds[Name]) => string,
      listener: (event: string, id: string) => void = onChange,
    ): Collection<Kinds[Name]> =>
      new Collection<Kinds[Name]>({ name, idOf, complete: complete[name], onChange: listener });

    this.principals = kind("principals", ({ id }) => id);
    this.environmentGroups = kind("environmentGroups", ({ id }) => id, onScope);
    this.environments = kind("environments", ({ id }) => id, onScope);
    this.deletedEnvironments = kind("deletedEnvironments", ({ id }) => id);
    this.environmentBackups = kind("environmentBackups", ({ id }) => id);
    this.environmentSettings = kind("environmentSettings", ({ Id }) => Id);
    this.roleAssignments = kind("roleAssignments", ({ roleAssignmentId }) => roleAssignmentId);
    this.billingPolicies = kind("billingPolicies", ({ id }) => id);
    this.billingPolicyEnvironments = kind(
      "billingPolicyEnvironments",
      (link) => `${link.billingPolicyId}/${link.environmentId}`,
    );
    this.provisioningPolicies = kind("provisioningPolicies", ({ billingPolicyId }) => billingPolicyId);
    this.isvContracts = kind("isvContracts", ({ id }) => id);
    this.ruleBasedPolicies = kind("ruleBasedPolicies", ({ id }) => id);
    this.ruleAssignments = kind(
      "ruleAssignments",
      ({ policyId, resourceType, resourceId }) => `${policyId}/${resourceType}/${resourceId}`,
    );
    this.ruleSets = kind("ruleSets", ({ id }) => id);
    this.currencyAllocations = kind(
      "currencyAllocations",
      ({ environmentId, currencyType }) => `${environmentId}/${currencyType}`,
    );
    this.resourceThresholds = kind(
      "resourceThresholds",
      ({ environmentId, entitlementId, resourceId }) => `${environmentId}/${entitlementId}/${resourceId}`,
    );
    this.entitlements = kind("entitlements", ({ entitlementId }) => entitlementId);
    this.storageWarnings = kind(
      "storageWarnings",
      ({ storageCategory, storageEntity }) => `${storageCategory}/${storageEntity}`,
    );
    this.temporaryEntitlements = kind("temporaryEntitlements", ({ currencyType }) => currencyType);
    this.operations = kind("operations", ({ id }) => id);
  }

  get collections(): { [Kind in keyof Kinds]: Collection<Kinds[Kind]> } {
    return {
      principals: this.principals,
      environmentGroups: this.environmentGroups,
      environments: this.environments,
      deletedEnvironments: this.deletedEnvironments,
      environmentBackups: this.environmentBackups,
      environmentSettings: this.environmentSettings,
      roleAssignments: this.roleAssignments,
      billingPolicies: this.billingPolicies,
      billingPolicyEnvironments: this.billingPolicyEnvironments,
      provisioningPolicies: this.provisioningPolicies,
      isvContracts: this.isvContracts,
      ruleBasedPolicies: this.ruleBasedPolicies,
      ruleAssignments: this.ruleAssignments,
      ruleSets: this.ruleSets,
      currencyAllocations: this.currencyAllocations,
      resourceThresholds: this.resourceThresholds,
      entitlements: this.entitlements,
      storageWarnings: this.storageWarnings,
      temporaryEntitlements: this.temporaryEntitlements,
      operations: this.operations,
    };
  }

  snapshot(): Snapshot {
    const objects = Object.entries(this.collections).map(([kind, collection]) => [kind, collection.list()]);
    return { tenantId: this.id, ...(Object.fromEntries(objects) as Omit<Snapshot, "tenantId">) };
  }

  /** Puts these objects in place of the stored ones. Throws for a kind that does not exist. */
  load(seed: Seed): void {
    const collections: Record<string, { load(entities: readonly object[]): void }> = this.collections;
    for (const [kind, entities] of Object.entries(seed)) {
      if (kind === "tenantId") continue;
      const collection = collections[kind];
      if (collection === undefined || !Array.isArray(entities)) throw new Error(`Seed: "${kind}" is not known.`);
      collection.load(entities);
    }
  }
}
