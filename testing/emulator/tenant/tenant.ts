import { Collection } from "./collection";
import type { CompleteContext } from "./complete";
import { completers } from "./complete";
import { kindIds, kindNames } from "./kindIds";
import type { Kinds, Seed, Snapshot } from "./snapshot";

export interface TenantEvents {
  /** Called after every change, whoever made it. */
  onChange: () => void;
  /** Called when an environment or a group was added: it may have to propagate. */
  onScopeAdded: (id: string) => void;
}

type Collections = { readonly [Kind in keyof Kinds]: Collection<Kinds[Kind]> };

/** Everything the emulated tenant holds: the stored objects of each kind, by the name of the kind. */
export interface Tenant extends Collections {
  readonly id: string;
  readonly collections: Collections;
  snapshot(): Snapshot;
  /** Puts these objects in place of the stored ones. Throws for a kind that does not exist. */
  load(seed: Seed): void;
}

const scopeKinds: readonly (keyof Kinds)[] = ["environmentGroups", "environments"];

export function createTenant(id: string, context: Omit<CompleteContext, "tenantId">, events: TenantEvents): Tenant {
  const complete = completers({ ...context, tenantId: id });
  const collectionOf = <Kind extends keyof Kinds>(name: Kind): Collection<Kinds[Kind]> =>
    new Collection<Kinds[Kind]>({
      name,
      idOf: kindIds[name],
      complete: complete[name],
      onChange: (event, changed) => {
        if (event === "add" && scopeKinds.includes(name)) events.onScopeAdded(changed);
        events.onChange();
      },
    });
  const made = Object.fromEntries(kindNames.map((name) => [name, collectionOf(name)]));
  const collections = made as unknown as Collections;
  return {
    ...collections,
    id,
    collections,
    snapshot: () => {
      const objects = Object.entries(collections).map(([kind, collection]) => [kind, collection.list()]);
      return { tenantId: id, ...(Object.fromEntries(objects) as Omit<Snapshot, "tenantId">) };
    },
    load: (seed) => {
      loadAll(made, seed);
    },
  };
}

function loadAll(
  collections: Record<string, { load(entities: readonly object[]): void } | undefined>,
  seed: Seed,
): void {
  for (const [kind, entities] of Object.entries(seed)) {
    if (kind === "tenantId") continue;
    const collection = collections[kind];
    if (collection === undefined || !Array.isArray(entities)) throw new Error(`Seed: "${kind}" is not known.`);
    collection.load(entities);
  }
}
