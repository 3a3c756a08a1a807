import type { CollectionDefinition, ResourceDefinition } from "../declare/define";
import { wireIdOf } from "../declare/identity";
import { isValues, type Values } from "../declare/plainValues";
import { overlay, toWire } from "../declare/wire";
import type { ApiRequest } from "../transport/api";
import type { RemoteContext } from "./context";
import { itemPath, readListed, readListedNow } from "./item";
import type { Progress, Recorded } from "./located";
import { look } from "./look";
import { matching } from "./matching";
import { sendCreate } from "./sendCreate";
import type { Seen, Shape } from "./shape";

/** Objects that are made by POST, deleted by DELETE, and changed by PUT or never. */
export const collectionShape: Shape = {
  async existing(desired, context, options): Promise<Seen> {
    const listed = await look(desired, context, options);
    return { listed, matches: matching(desired.definition, listed, desired.inputs) };
  },
  read: readListed,
  readNow: readListedNow,
  async make({ definition, inputs, tenantId, place }, context, waitMs) {
    const request: ApiRequest = {
      method: "POST",
      path: place.collection,
      query: { "api-version": definition.apiVersion },
      body: toWire(definition.fields, inputs, { tenantId }),
    };
    const answer = await sendCreate(definition, request, context, waitMs);
    return { live: createdObject(definition, answer.body), answer };
  },
  change,
  unmake: ({ definition, place }: Recorded, { api }: RemoteContext) =>
    api.send({
      method: "DELETE",
      path: itemPath(place),
      query: { "api-version": definition.apiVersion },
    }),
};

/** The new object, bare or (as Learn documents it for role assignments) as the one item of `value`. */
function createdObject(definition: ResourceDefinition, body: unknown): Values | undefined {
  const items = isValues(body) && Array.isArray(body.value) ? (body.value as unknown[]) : [body];
  return items.filter(isValues).find((item) => wireIdOf(definition, item) !== undefined);
}

/** PUT is idempotent, so the transport replays it. */
async function change(progress: Progress, context: RemoteContext): Promise<Values | undefined> {
  const { place, inputs, live, tenantId } = progress;
  const definition = progress.definition as CollectionDefinition;
  const { update } = definition;
  if (update === undefined) return live;
  const whole = overlay(definition.fields, live, inputs, { tenantId });
  const isSent = (name: string): boolean =>
    update.sends === "entity"
      ? name !== definition.wireId && !name.startsWith("@odata.") && update.except?.includes(name) !== true
      : update.sends.includes(name);
  const { body } = await context.api.send({
    method: "PUT",
    path: itemPath(place),
    query: { "api-version": definition.apiVersion },
    body: Object.fromEntries(Object.entries(whole).filter(([name]) => isSent(name))),
  });
  // 204 without the entity is documented for groups.
  return isValues(body) ? body : undefined;
}
