import type { LinkCall, LinkDefinition, Place, ResourceDefinition } from "../declare/define";
import { toWire } from "../declare/wire";
import type { ApiRequest } from "../transport/api";
import { readListed, readListedNow } from "./listedObject";
import { sendCreate } from "./sendCreate";
import type { Shape } from "./shape";
import { collectionShape } from "./collectionShape";

/**
 * Two linked objects: a POST adds the link and another removes it. Both calls are idempotent, so they are sent again if their
 * answer was lost.
 */
export const linkShape: Shape = {
  existing: collectionShape.existing,
  read: readListed,
  readNow: readListedNow,
  async make({ definition, inputs, tenantId, place }, context, waitMs) {
    const { add, wireId } = definition as LinkDefinition;
    const live = toWire(definition.fields, inputs, { tenantId });
    const request = requestOf(definition, { ...place, wireId: String(live[wireId]) }, add);
    return { live, answer: await sendCreate(definition, request, context, waitMs) };
  },
  change: () => Promise.resolve(undefined),
  unmake: ({ definition, place }, { api }) =>
    api.send(requestOf(definition, place, (definition as LinkDefinition).remove)),
};

const requestOf = (definition: ResourceDefinition, place: Place, { route, body }: LinkCall): ApiRequest => ({
  method: "POST",
  path: `${place.collection}/${route}`,
  query: { "api-version": definition.apiVersion },
  body: body(place.wireId),
  isReplaySafe: true,
});
