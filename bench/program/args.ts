import type { Declaration } from "../declaration";

type Args = Readonly<Record<string, unknown>>;

/** One resource of the bench: of which kind, and with which arguments. */
export interface Declared {
  readonly kind: "EnvironmentGroup" | "BillingPolicy" | "IsvContract" | "RoleAssignment";
  readonly args: Args;
}

const guid = (group: string, index: number): string =>
  `${group.repeat(8)}-0000-4000-8000-${String(index).padStart(12, "0")}`;

/** Of ten resources two are groups, one is a policy, one a contract, and six are role assignments at several scopes. */
export function declared(index: number, { edition, scopes }: Declaration): Declared {
  const billingInstrument = { subscriptionId: guid("c", 1), resourceGroup: "bench" };
  switch (index % 10) {
    case 0:
    case 3:
      return {
        kind: "EnvironmentGroup",
        args: {
          displayName: `Group ${index}`,
          description: `Edition ${index === 0 ? edition : 0} of group ${index}`,
        },
      };
    case 1:
      return {
        kind: "BillingPolicy",
        args: { name: `policy-${index}`, location: "europe", status: "Enabled", billingInstrument },
      };
    case 2:
      return {
        kind: "IsvContract",
        args: {
          name: `contract${String(index).padStart(6, "0")}`,
          geo: "europe",
          status: "Enabled",
          consumer: { tenantId: guid("d", index) },
          conditions: { apiFilter: { requiredApis: [{ name: "shared_sql" }] } },
          powerAutomatePolicy: { cloudFlowRunsPayAsYouGoState: "Enabled" },
          billingInstrument,
        },
      };
    default:
      return {
        kind: "RoleAssignment",
        args: {
          principalObjectId: guid("a", index),
          principalType: "Group",
          roleDefinitionId: "reader",
          scope: scopes[index % scopes.length],
        },
      };
  }
}
