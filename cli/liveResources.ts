import type { Context } from "../provider/lifecycle/context";
import { isValues, type Values } from "../provider/declare/plainValues";
import { idOfLive } from "../provider/declare/identity";
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
  for (const place of await placesOf(kind, context)) {
    const { items } = await look({ definition, place: definition.address.of(place) }, context);
    for (const live of items.filter(isValues)) {
      const outputs = recordOutputs(definition, live, {}, tenantId);
      const id = idOfLive(definition, { ...place, ...live }, live);
      const name = uniqueName(nameOf(kind, live), taken);
      found.push({ kind, name, id, inputs: inputsOf(definition, outputs), outputs });
    }
  }
  return found;
}

/** Kinds that an import file can hold. Settings exist with their environment, and a create adopts them without an import. */
export const importableKinds = kinds.filter((kind) => definitionOf(kind).shape !== "setting");

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
        ...(await each("/environmentmanagement/environmentGroups", (id) => ({
          scope: `/environmentGroups/${id}`,
        }))),
        ...(await each("/environmentmanagement/environments", (id) => ({ scope: `/environments/${id}` }))),
      ];
    case "BillingPolicyEnvironment":
      return each("/licensing/billingPolicies", (billingPolicyId) => ({ billingPolicyId }));
    default:
      return [{}];
  }
}

function nameOf(kind: Kind, live: Values): string {
  if (kind === "RoleAssignment")
    return `${roleTitle(String(live.roleDefinitionId))}-${String(live.principalObjectId).slice(0, 8)}`;
  if (kind === "BillingPolicyEnvironment") return `environment-${String(live.environmentId).slice(0, 8)}`;
  return [live.displayName, live.name].find((name) => typeof name === "string") ?? kind;
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
