import type { Context } from "../provider/lifecycle/context";
import { isValues, type Values } from "../provider/declare/plainValues";
import { idOfLive, isDeleted, objectOf } from "../provider/declare/identity";
import { look } from "../provider/remote/look";
import { inputsOf, recordOutputs } from "../provider/declare/record";
import { definitionOf, type Kind, kinds } from "../provider/resources";
import { roleTitle } from "../provider/resources/authorization/builtInRoles";
import { ForbiddenError } from "../provider/errors";

/** An object of the tenant as a program would declare it. */
export interface LiveResource {
  readonly kind: Kind;
  /** A name for the program, unique in its kind. */
  readonly name: string;
  readonly id: string;
  readonly inputs: Values;
  readonly outputs: Values;
}

/**
 * Every object of these kinds in the tenant.
 * @param skip called for a kind that the caller may not list, such as contracts in a tenant that is no vendor
 * @throws ForbiddenError for such a kind without `skip`, or if there are no other kinds.
 */
export async function liveResources(
  wanted: readonly Kind[],
  context: Context,
  skip?: (kind: Kind, reason: ForbiddenError) => void,
): Promise<LiveResource[]> {
  const found: LiveResource[] = [];
  const skipped = new Map<Kind, ForbiddenError>();
  for (const kind of wanted) {
    try {
      found.push(...(await liveResourcesOf(kind, context)));
    } catch (error) {
      if (!(error instanceof ForbiddenError) || skip === undefined) throw error;
      skipped.set(kind, error);
    }
  }
  const [first] = skipped.values();
  // A caller who may list nothing cannot import.
  if (first !== undefined && skipped.size === wanted.length) throw first;
  for (const [kind, reason] of skipped) skip?.(kind, reason);
  return found;
}

async function liveResourcesOf(kind: Kind, context: Context): Promise<LiveResource[]> {
  const tenantId = await context.tenantId();
  const definition = definitionOf(kind);
  const found: LiveResource[] = [];
  const taken = new Set<string>();
  for (const names of await placesOf(kind, context)) {
    const place = definition.address.of(names);
    const { items } = await look({ definition, place }, context);
    for (const item of items) {
      const live = objectOf(definition, item, place);
      // A list may show what is no object of this kind, or is deleted.
      if (live === undefined || isDeleted(definition, live)) continue;
      const outputs = recordOutputs(definition, live, {}, tenantId);
      const id = idOfLive(definition, { ...names, ...live }, live);
      const name = uniqueName(nameOf(kind, live), taken);
      found.push({ kind, name, id, inputs: inputsOf(definition, outputs), outputs });
    }
  }
  return found;
}

/** Kinds that an import file can hold. Settings exist with their environment, and a create adopts them without an import. */
export const importableKinds = kinds.filter((kind) => definitionOf(kind).shape !== "setting");

const environments = "/environmentmanagement/environments";
const groups = "/environmentmanagement/environmentGroups";

/** The inputs that name the collections of a kind. */
async function placesOf(kind: Kind, context: Context): Promise<Values[]> {
  const each = async (path: string, inputs: (id: string) => Values): Promise<Values[]> => {
    const { items } = await context.collections.look({
      path,
      query: { "api-version": "2024-10-01" },
      idKey: "id",
    });
    return items.filter(isValues).map(({ id }) => inputs(String(id)));
  };
  switch (kind) {
    case "RoleAssignment":
      return [
        { scope: "tenant" },
        ...(await each(groups, (id) => ({ scope: `/environmentGroups/${id}` }))),
        ...(await each(environments, (id) => ({ scope: `/environments/${id}` }))),
      ];
    case "BillingPolicyEnvironment":
      return each("/licensing/billingPolicies", (billingPolicyId) => ({ billingPolicyId }));
    case "RuleBasedPolicyAssignment":
      return each("/governance/ruleBasedPolicies", (policyId) => ({ policyId }));
    case "EnvironmentGroupMembership":
    case "EnvironmentGroupRuleSet":
      return each(groups, (environmentGroupId) => ({ environmentGroupId }));
    case "EnvironmentBackup":
      return each(environments, (environmentId) => ({ environmentId }));
    default:
      return [{}];
  }
}

function nameOf(kind: Kind, live: Values): string {
  if (kind === "RoleAssignment")
    return `${roleTitle(String(live.roleDefinitionId))}-${String(live.principalObjectId).slice(0, 8)}`;
  const { displayName, name, label, environmentId, environmentGroupId } = live;
  const own = [displayName, name, label].find((each) => typeof each === "string");
  if (typeof own === "string") return own;
  if (typeof environmentId === "string") return `environment-${environmentId.slice(0, 8)}`;
  return typeof environmentGroupId === "string" ? `group-${environmentGroupId.slice(0, 8)}` : kind;
}

/** Letters, digits and hyphens, with a number at the end if the name is in use. */
function uniqueName(text: string, taken: Set<string>): string {
  const base =
    text
      .toLowerCase()
      .replace(/[^a-z\d]+/g, "-")
      .replace(/^-+|-+$/g, "") || "resource";
  let name = base;
  for (let number = 2; taken.has(name); number++) name = `${base}-${number}`;
  taken.add(name);
  return name;
}
