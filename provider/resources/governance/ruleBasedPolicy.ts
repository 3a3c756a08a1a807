import type { Call } from "../../declare/call";
import { defineCollection } from "../../declare/define";
import { integer, json, text, timestamp } from "../../declare/fields";
import { inCollection } from "../../declare/place";
import { containsUnknown, isValues, type Values } from "../../declare/plainValues";
import { quoted } from "../../declare/quoted";
import type { Failure } from "../../errors";
import { inputProblem, isSameInput, typedInputs } from "./ruleInputs";

const policies = "/governance/ruleBasedPolicies";

/** Known rules have this version (Microsoft's Terraform provider). */
const version = "1.0";

const inputsOf = (ruleSets: unknown): readonly (readonly [string, Values])[] =>
  isValues(ruleSets) ? Object.entries(ruleSets).map(([id, inputs]) => [id, isValues(inputs) ? inputs : {}]) : [];

/** The same rule sets, and in each what is declared. */
function isSameRuleSets(live: unknown, declared: unknown): boolean {
  const [lives, news] = [new Map(inputsOf(live)), inputsOf(declared)];
  return (
    lives.size === news.length && news.every(([id, inputs]) => lives.has(id) && isSameInput(lives.get(id), inputs))
  );
}

/** Rule sets come as a list; the program has a map. Versions are kept as they are. */
function named(item: Values): Values {
  if (!Array.isArray(item.ruleSets)) return item;
  const ruleSets = item.ruleSets.filter(isValues);
  return {
    ...item,
    ruleSets: Object.fromEntries(
      ruleSets.map(({ id, inputs }) => [String(id), isValues(inputs) ? typedInputs(String(id), inputs) : {}]),
    ),
    versions: Object.fromEntries(ruleSets.map((ruleSet) => [String(ruleSet.id), ruleSet.version ?? version])),
  };
}

function body({ ruleSets, versions, ...values }: Values): Values {
  const known = isValues(versions) ? versions : {};
  return {
    ...values,
    ruleSets: inputsOf(ruleSets).map(([id, inputs]) => ({ id, version: known[id] ?? version, inputs })),
  };
}

/** A PUT refuses to drop a rule set (Microsoft's Terraform provider). Dropping one twice changes nothing. */
function removeRules(live: Values, inputs: Values): Call | undefined {
  const kept = new Set(inputsOf(inputs.ruleSets).map(([id]) => id));
  const dropped = inputsOf(live.ruleSets).filter(([id]) => !kept.has(id));
  if (dropped.length === 0) return undefined;
  const versions = isValues(live.versions) ? live.versions : {};
  return {
    method: "PATCH",
    path: ({ wireId }) => `${policies}/${encodeURIComponent(wireId)}/removeRule`,
    body: (_place, { name }) => ({
      name,
      ruleSets: dropped.map(([id]) => ({ id, version: versions[id] ?? version })),
    }),
    isReplaySafe: true,
  };
}

const rules = ({ ruleSets }: Values): readonly Failure[] =>
  !isValues(ruleSets)
    ? []
    : Object.entries(ruleSets).flatMap(([id, inputs]): readonly Failure[] => {
        const property = `ruleSets.${id}`;
        if (containsUnknown(inputs) && !isValues(inputs)) return [];
        if (!isValues(inputs)) return [{ property, reason: "must be an object with the inputs of the rule" }];
        return Object.entries(inputs).flatMap(([name, value]) => {
          const reason = containsUnknown(value) ? undefined : inputProblem(id, name, value);
          return reason === undefined ? [] : [{ property: `${property}.${name}`, reason }];
        });
      });

function warnings({ ruleSets }: Values): readonly string[] {
  const { AllowedConnectorList: allowed } = new Map(inputsOf(ruleSets)).get("ConnectorManagement") ?? {};
  return Array.isArray(allowed) && allowed.length === 0
    ? [
        "ruleSets.ConnectorManagement.AllowedConnectorList is empty, which blocks every connector. To allow all of them, leave ConnectorManagement out.",
      ]
    : [];
}

/**
 * A policy of rules for environments and environment groups.
 *
 *     new RuleBasedPolicy("monthly", { name: "Monthly channel", ruleSets: { ReleaseChannel: { ReleaseChannel: 2 } } });
 *
 * It governs nothing until a `RuleBasedPolicyAssignment` assigns it.
 * `ruleSets` has the inputs of each rule by the rule's id, such as `ConnectorManagement: { AllowedConnectorList: [...] }`. Inputs of
 * the rules that are known are checked by their types. Values are compared without regard to their type. A rule that is left out is
 * removed; environments keep what it last applied.
 * https://learn.microsoft.com/rest/api/power-platform/governance/rule-based-policies
 * @id Id of the policy
 */
export const ruleBasedPolicy = defineCollection({
  kind: "RuleBasedPolicy",
  apiVersion: "2024-10-01",
  fields: {
    /** Name of the policy. Changes in place. */
    name: text(),
    /**
     * Inputs of the rules, by rule id. Known are ConnectorManagement, AdvancedConnectorPoliciesOnly, PowerAppsContentSecurityPolicy,
     * MakerOnboardingContent, BlockUnmanagedCustomization, CodeAppsFeature, CostControlsDrawFromTenantCreditPool, ReleaseChannel,
     * CopilotStudioCodeInterpreter, CopilotComputerUse, CopilotComputerUseAccessControl, CopilotStudioExternalModels and
     * DynamicsProjectIntegration; others take any JSON. Changes in place.
     */
    ruleSets: json(isSameRuleSets),
  },
  outputs: {
    /** When it was last changed. */
    lastModified: timestamp({ renewed: true }).optional(),
    /** How many rule sets it has. */
    ruleSetCount: integer({ renewed: true }).optional(),
  },
  address: inCollection(policies),
  wireId: "id",
  named,
  body,
  rules,
  warnings,
  // Without it the welcome text comes back empty (one tenant, September 2026).
  queries: { item: { includeCustomerContent: "true" } },
  // The time of the create, until the first change.
  createdAt: "lastModified",
  createdBy: "createdBy",
  title: (values) => quoted(values.name),
  readBy: "route",
  naturalKey: ["name"],
  update: { sends: ["name", "ruleSets", "versions"], before: removeRules },
  codeAdvice: {
    Conflict: "An assigned policy cannot be deleted: delete its assignments first.",
    PolicyAssigned: "Delete its assignments first.",
  },
  permissions: {
    writeInRoles: "Governance.RuleBasedPolicies.Write",
    deleteInRoles: "Governance.RuleBasedPolicies.Delete",
  },
});
