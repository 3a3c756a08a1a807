import type { RemoteContext } from "./context";
import type { Place, ResourceDefinition } from "../declare/define";
import { itemPath } from "./find";

/** Sends the delete of an object; when it fails, what is known of its collection is forgotten. */
export async function sendDelete(
  definition: ResourceDefinition,
  place: Place,
  { api, collections }: RemoteContext,
): Promise<void> {
  await collections.dropOnFailure(place.collection, () =>
    api.send({
      method: "DELETE",
      path: itemPath(place),
      query: { "api-version": definition.apiVersion },
    }),
  );
}
