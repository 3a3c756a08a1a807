import type { CollectionDefinition, ResourceDefinition } from "../declare/define";
import { objectOf, wireIdOf } from "../declare/identity";
import { isValues, type Values } from "../declare/plainValues";
import { overlay, toWire } from "../declare/wire";
import type { ApiRequest } from "../transport/api";
import type { RemoteContext } from "./context";
import { getItem, itemPath, readListed, readListedNow } from "./item";
import type { Desired, Progress, Recorded } from "./located";
import { look } from "./look";
import { matching } from "./matching";
import { requestOf } from "./requestOf";
import { sendCreate } from "./sendCreate";
import type { Seen, Shape } from "./shape";

/** Objects that are made by POST, deleted by DELETE, and changed by PUT or never. */
export const collectionShape: Shape = {
  async existing(desired, context, options): Promise<Seen> {
    const listed = await look(desired, context, options);
    return { listed, matches: matching(desired, listed) };
  },
  read: readListed,
  readNow: readListedNow,
  async make(desired, context, waitMs) {
    const { inputs, tenantId, place } = desired;
    const definition = desired.definition as CollectionDefinition;
    const wire = toWire(definition.fields, inputs, { tenantId });
    const request: ApiRequest = {
      method: "POST",
      path: place.collection,
      query: { "api-version": definition.apiVersion },
      body: definition.body?.(wire) ?? wire,
    };
    const answer = await sendCreate(definition, request, context, waitMs);
    const item = createdObject(definition, answer.body);
    return { live: await wholeOf(desired, item, context), answer };
  },
  change,
  unmake: (recorded: Recorded, { api }: RemoteContext) =>
    api.send({
      method: "DELETE",
      path: itemPath(recorded),
      query: { "api-version": recorded.definition.apiVersion },
    }),
};

/** The new object. What an answer does not show all of is read, where it can be read already. */
async function wholeOf(
  { definition, place }: Desired,
  item: Values | undefined,
  context: RemoteContext,
): Promise<Values | undefined> {
  const wireId = wireIdOf(definition, item);
  if (wireId === undefined) return undefined;
  const read = async (): Promise<Values | undefined> =>
    getItem({ definition, place: { ...place, wireId } }, context).catch(() => undefined);
  const whole = definition.readBy === "route" ? await read() : undefined;
  return whole ?? objectOf(definition, item, place);
}

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
  const first = update.before?.(live, inputs);
  if (first !== undefined) await context.api.send(requestOf(definition, first, place, live));
  const whole = overlay(definition.fields, live, inputs, { tenantId });
  const isSent = (name: string): boolean =>
    update.sends === "entity"
      ? name !== definition.wireId && !name.startsWith("@odata.") && update.except?.includes(name) !== true
      : update.sends.includes(name);
  const sent = Object.fromEntries(Object.entries(whole).filter(([name]) => isSent(name)));
  const { body } = await context.api.send({
    method: "PUT",
    path: itemPath(progress),
    query: { "api-version": definition.apiVersion },
    body: definition.body?.(sent) ?? sent,
  });
  // 204 without the entity is documented for groups, and an answer that is another object for policies.
  return definition.readBy === "route" || wireIdOf(definition, body) === undefined
    ? undefined
    : objectOf(definition, body, place);
}
