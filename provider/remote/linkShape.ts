import type { LinkDefinition } from "../declare/define";
import { toWire } from "../declare/wire";
import { collectionShape } from "./collectionShape";
import { readListed, readListedNow } from "./item";
import { requestOf } from "./requestOf";
import { sendCreate } from "./sendCreate";
import type { Shape } from "./shape";

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
    const request = requestOf(definition, add, { ...place, wireId: String(live[wireId]) }, inputs);
    return { live, answer: await sendCreate(definition, request, context, waitMs) };
  },
  change: () => Promise.resolve(undefined),
  unmake: ({ definition, place, outputs }, { api }) =>
    api.send(requestOf(definition, (definition as LinkDefinition).remove, place, outputs)),
};
