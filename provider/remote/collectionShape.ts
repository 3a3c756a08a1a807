import { compare } from "../declare/compare";
import type { CollectionDefinition, ResourceDefinition } from "../declare/define";
import { objectOf, wireIdOf } from "../declare/identity";
import { isValues, type Values } from "../declare/plainValues";
import { overlay, toWire } from "../declare/wire";
import type { ApiRequest } from "../transport/api";
import { changeByCall } from "./changeByCall";
import type { RemoteContext } from "./context";
import { getItem, itemPath, readListed, readListedNow } from "./item";
import type { Desired, Progress, Recorded } from "./located";
import { look } from "./look";
import { matching } from "./matching";
import { requestOf } from "./requestOf";
import { sendCreate } from "./sendCreate";
import type { Made, Seen, Shape } from "./shape";

/** Objects that are made by POST, deleted by DELETE, and changed by PUT, by a call for a field, or never. */
export const collectionShape: Shape = {
  async existing(desired, context, options): Promise<Seen> {
    const listed = await look(desired, context, options);
    return { listed, matches: matching(desired, listed) };
  },
  read: readListed,
  readNow: readListedNow,
  make,
  async change(progress, context) {
    const called = await changeFields(progress, context);
    return (await put(called === undefined ? progress : { ...progress, live: called }, context)) ?? called;
  },
  unmake: (recorded: Recorded, { api }: RemoteContext) =>
    api.send({
      method: "DELETE",
      path: itemPath(recorded),
      query: { "api-version": recorded.definition.apiVersion },
    }),
};

async function make(desired: Desired, context: RemoteContext, waitMs: number): Promise<Made> {
  const { inputs, tenantId, place } = desired;
  const definition = desired.definition as CollectionDefinition;
  const { create, body, wireId } = definition;
  const wire = toWire(definition.fields, inputs, { tenantId });
  const request: ApiRequest = {
    method: "POST",
    path: create?.path ?? place.collection,
    query: { "api-version": definition.apiVersion },
    body: create?.body?.(wire, inputs) ?? body?.(wire) ?? wire,
  };
  const answer = await sendCreate(definition, request, context, waitMs);
  const id = create?.idIn(answer.body);
  // It may not be readable yet: what is known of it is what was asked for.
  if (id !== undefined) return { live: { ...wire, [wireId]: id }, answer };
  return { live: await wholeOf(desired, createdObject(definition, answer.body), context), answer };
}

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

/** Changes the fields that have a call of their own, one after the other. The live object, where one was called. */
async function changeFields(progress: Progress, context: RemoteContext): Promise<Values | undefined> {
  const { changes = {} } = progress.definition as CollectionDefinition;
  let live: Values | undefined;
  for (const { path } of compare(progress.definition.fields, progress.live, progress.inputs)) {
    const call = changes[path];
    if (call !== undefined) live = await changeByCall(progress, path, call, context);
  }
  return live;
}

/** PUT is idempotent, so the transport replays it. */
async function put(progress: Progress, context: RemoteContext): Promise<Values | undefined> {
  const { place, inputs, live, tenantId } = progress;
  const definition = progress.definition as CollectionDefinition;
  const { update } = definition;
  if (update === undefined) return undefined;
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
