import type { RuleBasedPolicy } from "../../testing/emulator/tenant/governanceTypes";
import type { KindCase } from "./kindCase";

const inputs = {
  name: "Finance connectors",
  ruleSets: {
    ConnectorManagement: {
      AllowedConnectorList: [
        {
          AllowedConnector: "/providers/Microsoft.PowerApps/apis/shared_sharepointonline",
          AllowedActionsMode: "AllAllowed",
          AllowedConnectionTypesMode: "AllAllowed",
        },
      ],
    },
    ReleaseChannel: { ReleaseChannel: 2 },
  },
};

const planted: Partial<RuleBasedPolicy> = {
  name: inputs.name,
  ruleSets: [{ id: "ReleaseChannel", version: "1.0", inputs: { ReleaseChannel: 1 } }],
};

/** Rule sets by id, as the program declares them. */
const named = ({ ruleSets = [], ...entity }: RuleBasedPolicy) => ({
  ...entity,
  ruleSets: Object.fromEntries(ruleSets.map(({ id, inputs }) => [id, inputs])),
});

export const ruleBasedPolicy: KindCase = {
  kind: "RuleBasedPolicy",
  inputs,
  distinct: (number) => ({ name: `Finance ${number}` }),
  live: ({ tenant }) => tenant.ruleBasedPolicies.list().map((entity) => ({ id: entity.id, entity: named(entity) })),
  plant: ({ tenant }) => tenant.ruleBasedPolicies.add(planted).id,
  remove: ({ tenant }, id) => tenant.ruleBasedPolicies.remove(id),
  path: "/governance/ruleBasedPolicies",
  // Its list does not show the inputs of rules.
  asksForEach: { create: ["getRuleBasedPolicy"], compare: ["getRuleBasedPolicy"] },
  createOperation: "createRuleBasedPolicy",
  listOperation: "listRuleBasedPolicies",
  deleteOperation: "deleteRuleBasedPolicy",
  getOperation: "getRuleBasedPolicy",
  change: {
    inputs: { ruleSets: { ...inputs.ruleSets, ReleaseChannel: { ReleaseChannel: 1 } } },
    path: "ruleSets",
    updateOperation: "replaceRuleBasedPolicy",
  },
  replacing: {},
  respelled: {},
};
