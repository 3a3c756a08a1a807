import { isValues, type Values } from "../../declare/plainValues";
import { PowerPlatformError, retell } from "../../errors";
import { emptyGuid } from "../../guid";
import type { ApiRequest } from "../../transport/api";
import { listAll } from "../../transport/paginate";
import type { RemoteContext } from "../context";
import type { Located } from "../located";
import { listedParent, sharedVersion } from "../look";

const policies = "/governance/ruleBasedPolicies";

/**
 * A refused write of settings, told with the rules of the environment's group that may lock them. A rule locks the settings that
 * its inputs name, such as PowerApps_AllowCodeApps of CodeAppsFeature.
 * @param names of the settings that were sent
 */
export async function withLockingRules(
  error: unknown,
  { place }: Located,
  names: readonly string[],
  context: RemoteContext,
): Promise<unknown> {
  const isRefusal = error instanceof PowerPlatformError && error.outcome === "refused";
  if (!isRefusal || [401, 403, 404, 429].includes(error.status ?? 0)) return error;
  const groupId = (await listedParent(place, context))?.environmentGroupId;
  if (typeof groupId !== "string" || groupId === "" || groupId === emptyGuid) return error;
  const found = await policiesOf(groupId, context).catch(() => undefined);
  return retell(error, `${error.message}\n  ${advice(groupId, found, names)}`);
}

async function policiesOf(groupId: string, { api }: RemoteContext): Promise<readonly Values[]> {
  const get = (path: string, query = {}): ApiRequest => ({
    method: "GET",
    path,
    query: { ...sharedVersion, ...query },
  });
  const assignments = `${policies}/environmentGroups/${encodeURIComponent(groupId)}/assignments`;
  const assigned = await listAll(api, get(assignments, { includeRuleSetCounts: "true" }));
  const ids = [...new Set(assigned.filter(isValues).map(({ policyId }) => String(policyId)))];
  const read = await Promise.all(ids.map((id) => api.send(get(`${policies}/${encodeURIComponent(id)}`))));
  return read.map(({ body }) => body).filter(isValues);
}

function advice(groupId: string, found: readonly Values[] | undefined, names: readonly string[]): string {
  const inGroup = `The environment is in the environment group ${groupId}, whose rules lock settings.`;
  const way = "Change the rule in the policy, or take the environment out of the group, then run the command again.";
  if (found === undefined) return `${inGroup} Which rules it has could not be read. ${way}`;
  const rules = found.flatMap((policy) =>
    rulesOf(policy).map((rule) => ({ rule, of: `${String(rule.id)} of the policy ${titleOf(policy)}` })),
  );
  const locking = rules.flatMap(({ rule, of }) =>
    names.filter((name) => hasInput(rule, name)).map((name) => `${name} is governed by the rule ${of}`),
  );
  if (locking.length > 0) return `${inGroup} ${locking.join("; ")}. ${way}`;
  return `${inGroup} It has ${rules.length === 0 ? "no rule-based policy" : rules.map(({ of }) => of).join(", ")}. ${way}`;
}

const titleOf = ({ name, id }: Values): string => `${JSON.stringify(name ?? "")} (${String(id)})`;

const rulesOf = ({ ruleSets }: Values): readonly Values[] =>
  Array.isArray(ruleSets) ? (ruleSets as unknown[]).filter(isValues) : [];

const hasInput = ({ inputs }: Values, name: string): boolean =>
  isValues(inputs) && Object.keys(inputs).some((each) => each.toLowerCase() === name.toLowerCase());
