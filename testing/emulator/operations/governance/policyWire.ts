import type { Call } from "../../call";
import type { Entity } from "../../tenant/entity";
import { isSameId } from "../../tenant/entity";
import type { RuleBasedPolicy, RuleSet } from "../../tenant/governanceTypes";
import { asText } from "./ruleInputs";

/**
 * A policy as an answer shows it. The welcome text is empty unless `includeCustomerContent` asks for it (seen in one
 * tenant), which only the route of one policy takes.
 */
export function policyWire(call: Call, policy: RuleBasedPolicy): Entity {
  const { ruleSets = [], ...members } = policy;
  const shown = ruleSets.map((ruleSet) => ruleSetWire(call, ruleSet));
  return { ...members, ruleSetCount: ruleSets.length, ruleSets: shown };
}

function ruleSetWire(call: Call, ruleSet: RuleSet): RuleSet {
  if (ruleSet.inputs === undefined) return ruleSet;
  const isWelcome = isSameId(ruleSet.id, welcomeRule);
  const asStrings = isWelcome || call.tenantState.settings.ruleValues === "strings";
  const inputs = Object.fromEntries(
    Object.entries(ruleSet.inputs).map(([name, value]) => {
      if (isWelcome && name === welcomeText && call.query.includeCustomerContent !== "true") return [name, ""];
      return [name, asStrings ? asText(value) : value];
    }),
  );
  return { ...ruleSet, inputs };
}

const welcomeRule = "MakerOnboardingContent";
const welcomeText = "makerOnboardingMarkdown";
