import type { Desired } from "../remote/located";
import { freshForMs } from "../remote/look";
import { isNotFound } from "../remote/missing";
import { pollListing } from "../remote/pollListing";
import { reportProgress } from "../remote/reportProgress";
import type { Seen } from "../remote/shape";
import { shapeOf } from "../remote/shapes";
import { poll } from "../transport/poll";
import type { Context } from "./context";
import { doubtOf } from "./proveOwnership";
import { claimOf } from "./runRecord";

/** The create of a process that was killed may be carried out this long after it was sent. */
const underWayMs = 120_000;

/** A new parent becomes visible everywhere within this time, or never. */
export const propagationMs = 120_000;

/**
 * Looks for objects with the declared natural key. A listing of the last 30 seconds is enough if it has no such object. An object
 * in it may be deleted by now, or may be about to get another natural key.
 */
export async function lookForExisting(desired: Desired, context: Context): Promise<Seen> {
  const { collections, serviceClock } = context;
  const sentAt = await context.intentLog.sentAt(desired.key);
  const began = collections.now();
  const needsLatest = desired.inputs.adopt === true || sentAt !== undefined;
  const first = await firstLook(desired, needsLatest ? began : began - freshForMs, context);
  const lookUntil = (willDo: (seen: Seen) => boolean): Promise<Seen> => {
    const { existing } = shapeOf(desired.definition);
    return pollListing(() => existing(desired, context, { startedAfter: collections.now() }), willDo, context);
  };
  // What an interrupted run has just made may not be listed yet, while what somebody else made alike is.
  const hasOurs = ({ matches }: Seen): boolean =>
    sentAt !== undefined && matches.some((live) => doubtOf(desired, live, { sentAt }, context) === undefined);
  const isUnderWay = sentAt !== undefined && serviceClock.now() - sentAt < underWayMs;
  const seen = isUnderWay && !hasOurs(first) ? await lookUntil(hasOurs) : first;
  const isFinal = ({ matches }: Seen): boolean =>
    matches.every((live) => context.run.ownerOf(claimOf(desired, live, context), "create") !== "leaving");
  const isLatest = seen.listed === undefined || seen.listed.startedAt > began;
  return seen.matches.length === 0 || (isLatest && isFinal(seen)) ? seen : lookUntil(isFinal);
}

/** Waits while the collection of a new parent cannot be listed yet. A 404 then proves nothing. */
async function firstLook(desired: Desired, startedAfter: number, context: Context): Promise<Seen> {
  const { existing } = shapeOf(desired.definition);
  let notYet: unknown;
  const look = async (): Promise<Seen | undefined> => {
    try {
      return await existing(desired, context, { startedAfter });
    } catch (error) {
      if (desired.place.parent === undefined || !isNotFound(error)) throw error;
      notYet = error;
      return undefined;
    }
  };
  const seen = await poll({
    read: look,
    isDone: (each) => each !== undefined,
    describe: () => `404 of ${desired.place.collection}`,
    timeoutMs: propagationMs,
    clock: context.clock,
    onWait: reportProgress(context, desired.label),
    signal: context.signal,
  }).catch((error: unknown) => {
    throw context.signal?.aborted === true ? error : (notYet ?? error);
  });
  if (seen === undefined) throw notYet;
  return seen;
}
