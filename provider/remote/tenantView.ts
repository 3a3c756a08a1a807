import type { TenantView } from "../declare/expectation";
import { isValues } from "../declare/plainValues";
import type { LookOptions } from "../transport/collections/collections";
import type { Listed } from "../transport/collections/listed";
import type { RemoteContext } from "./context";
import { sharedVersion } from "./look";
import { isNotFound } from "./missing";

/**
 * The tenant as the listings of this process show it, and the routes of single objects. The lists have their items' ids under `id`.
 */
export function tenantView(
  { api, collections }: RemoteContext,
  options: LookOptions,
): Pick<TenantView, "item" | "items" | "get"> {
  const look = (path: string): Promise<Listed> =>
    collections.look({ path, query: sharedVersion, idKey: "id", isEmptyObjectEmpty: false }, options);
  return {
    async item(path, id) {
      const found = (await look(path)).byId("id", id);
      return isValues(found) ? found : undefined;
    },
    items: async (path) => (await look(path)).items.filter(isValues),
    async get(path, more) {
      try {
        return (await api.send({ method: "GET", path, query: { ...sharedVersion, ...more } })).body;
      } catch (error) {
        if (isNotFound(error)) return undefined;
        throw error;
      }
    },
  };
}
