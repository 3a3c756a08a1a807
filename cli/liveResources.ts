import type { Context } from "../provider/lifecycle/context";
import type { Values } from "../provider/declare/plainValues";
import { idOfLive } from "../provider/declare/define";
import { look } from "../provider/remote/look";
import { inputsOf, recordOutputs } from "../provider/declare/record";
import { definitionOf, type Kind } from "../provider/resources";
import { roleTitle } from "../provider/resources/authorization/builtInRoles";
import { isValues } from "../provider/declare/plainValues";
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
 * @param skip told of a kind that the caller may not list, such as contracts in a tenant that is no vendor
 * @throws ForbiddenError for such a kind where nobody is told, and where there are no others.
 */
export async function liveResources(
  kinds: readonly Kind[],
  context: Context,
  skip?: (kind: Kind, reason: ForbiddenError) => void,
): Promise<LiveResource[]> {
  const found: LiveResource[] = [];
  const skipped = new Map<Kind, ForbiddenError>();
  for (const kind of kinds) {
    try {
      found.push(...(await liveResourcesOf(kind, context)));
    } catch (error) {
      if (!(error instanceof ForbiddenError) || skip === undefined) throw error;
      skipped.set(kind, error);
    }
  }
  const [first] = skipped.values();
  // Who may list nothing has no tenant to import.
  if (first !== undefined && skipped.size === kinds.length) throw first;
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
      const id = idOfLive(definition, live, live);
      const name = uniqueName(nameOf(kind, live), taken);
      found.push({ kind, name, id, inputs: inputsOf(definition, outputs), outputs });
    }
  }
  return found;
}

/** Where objects of a kind can be: role assignments at the tenant, at each group and at each environment. */
async function placesOf(kind: Kind, context: Context): Promise<Values[]> {
  if (kind !== "RoleAssignment") return [{}];
  const scopesOf = async (list: string, scope: string): Promise<Values[]> => {
    const collection = { path: list, query: { "api-version": "2024-10-01" }, idKey: "id" };
    const { items } = await context.collections.look(collection);
    return items.filter(isValues).map(({ id }) => ({ scope: `/${scope}/${String(id)}` }));
  };
  return [
    { scope: "tenant" },
    ...(await scopesOf("/environmentmanagement/environmentGroups", "environmentGroups")),
    ...(await scopesOf("/environmentmanagement/environments", "environments")),
  ];
}

const nameOf = (kind: Kind, live: Values): string =>
  kind === "RoleAssignment"
    ? `${roleTitle(String(live.roleDefinitionId))}-${String(live.principalObjectId).slice(0, 8)}`
    : ([live.displayName, live.name].find((name) => typeof name === "string") ?? kind);

/** Letters, digits and hyphens; a number at the end where the name is taken. */
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
