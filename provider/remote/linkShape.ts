import type { LinkDefinition } from "../declare/define";
import { labelOf } from "../declare/identity";
import { PowerPlatformError } from "../errors";
import { toWire } from "../declare/wire";
import type { ApiResponse } from "../transport/api";
import { carryOut, type Change, changeOf } from "./awaitChange";
import { getListed, readListed, readListedNow } from "./item";
import type { Desired, Located } from "./located";
import { freshForMs } from "./look";
import { confirmInItem, recordWrite } from "./ownWrite";
import { requestOf } from "./requestOf";
import { sendCreate } from "./sendCreate";
import { type RemoteContext, waitMsOf } from "./context";
import { tenantView } from "./tenantView";
import type { Shape } from "./shape";

/**
 * Two linked objects: one call adds the link and another removes it. Both are idempotent, so they are sent again if their answer was
 * lost.
 */
export const linkShape: Shape = {
  async existing(desired, context, options) {
    const live = await getListed(linked(desired), context, options);
    return { matches: live === undefined ? [] : [live] };
  },
  read: readListed,
  readNow: readListedNow,
  async make(desired, context, waitMs) {
    const { definition, inputs, tenantId } = desired;
    const { add, wireId } = definition as LinkDefinition;
    const located = linked(desired);
    const { place } = located;
    const live = { ...toWire(definition.fields, inputs, { tenantId }), [wireId]: place.wireId };
    const request = requestOf(definition, add, place, inputs);
    await leave(desired, located, context);
    const change: Change = {
      ...changeOf(located, desired.label, waitMsOf(inputs, "create", context)),
      isDone: async () => (await readListedNow(located, context)) !== undefined,
    };
    let answer: ApiResponse | undefined;
    try {
      await carryOut(change, async () => (answer = await sendCreate(definition, request, context, waitMs)), context);
      await confirmInItem(located, true, context);
      return { live };
    } catch (failure) {
      if (answer === undefined || !(failure instanceof Error)) throw failure;
      return { live, failure };
    }
  },
  change: () => Promise.resolve(undefined),
  async unmake(recorded, context) {
    const { place, outputs } = recorded;
    const definition = recorded.definition as LinkDefinition;
    const left = definition.left?.(place);
    try {
      return await context.api.send(requestOf(definition, definition.remove, place, outputs));
    } catch (error) {
      const isRefused = error instanceof PowerPlatformError && noSuchCall.includes(error.status ?? 0);
      if (left === undefined || !isRefused || (await readListedNow(recorded, context)) === undefined) throw error;
      await context.warn(`${labelOf(definition, outputs)} is left as it is: ${left}\n  ${error.message}`);
      return undefined;
    }
  },
};

/**
 * Removes the object from where it is linked, if it is elsewhere: the add follows at once. The lifecycle has seen to it that it may
 * be moved.
 */
async function leave(
  { definition, inputs, label }: Desired,
  { place }: Located,
  context: RemoteContext,
): Promise<void> {
  const { elsewhere, remove } = definition as LinkDefinition;
  const other = await elsewhere?.(place, tenantView(context, { startedAfter: context.collections.now() - freshForMs }));
  if (other === undefined) return;
  const from: Located = { definition, place: definition.address.parse(other) };
  const request = requestOf(definition, remove, from.place, inputs);
  const waitMs = waitMsOf(inputs, "create", context);
  const isDone = async (): Promise<boolean> => (await readListedNow(from, context)) === undefined;
  await carryOut({ ...changeOf(from, label, waitMs), isDone }, () => context.api.send(request), context);
  await confirmInItem(from, false, context);
  recordWrite(from, undefined, context);
  await context.warn(`${label} was moved here from ${other}`);
}

/** How a service refuses a call that it does not have. */
const noSuchCall: readonly number[] = [400, 404, 405, 501];

/** Its ends are its natural key, so its place is known before it is made. */
const linked = ({ definition, inputs }: Desired): Located => ({
  definition,
  place: definition.address.parse(definition.address.id(inputs, "")),
});
