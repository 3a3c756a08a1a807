import { ConflictError, PowerPlatformError } from "../errors";
import { idOfLive, wireIdOf } from "../declare/identity";
import type { Values } from "../declare/plainValues";
import { waitMsOf } from "../remote/context";
import type { Desired } from "../remote/located";
import type { ApiResponse } from "../transport/api";
import { recordWrite } from "../remote/ownWrite";
import { pausesFor, pollListing } from "../remote/pollListing";
import type { Made, Seen } from "../remote/shape";
import { shapeOf } from "../remote/shapes";
import type { Context } from "./context";
import { propagationMs } from "./lookForExisting";
import { doubtOf, type Evidence, proveOwnership } from "./proveOwnership";

/** An object that a create has made or adopted. */
export interface Obtained {
  readonly live: Values;
  /** The answer to the create, unless it was lost or nothing was sent. */
  readonly answer?: ApiResponse;
  /** What went wrong after the create was accepted. */
  readonly failure?: Error;
  /** When it was adopted through a create intent. Its record can be told by it from an earlier one of the same object. */
  readonly adoptedAt?: string;
}

/**
 * Sends the create, once. If its answer is lost, the object is looked for.
 * @param seen what exists, none of it with the declared natural key
 */
export async function make(desired: Desired, seen: Seen, context: Context): Promise<Obtained> {
  const { definition, inputs, place, key } = desired;
  if (place.parent !== undefined && context.run.hasDeleted(place.parent)) throw parentDeleted(desired);
  // A principal or scope that never becomes visible is mostly a wrong id, so the wait for it is bounded more tightly.
  const waitMs = waitMsOf(inputs, "create", { pollTimeoutMs: Math.min(context.pollTimeoutMs, propagationMs) });
  const sentAt = context.serviceClock.now();
  const evidence: Evidence = { sentAt, before: seen.listed };
  if (definition.shape === "collection") await context.intentLog.sending(key, sentAt);
  const send = (): Promise<Made> => shapeOf(definition).make(desired, context, waitMs);
  let answer: ApiResponse | undefined;
  try {
    const { live, ...rest } = await context.collections.dropOnFailure(place.collection, send);
    answer = rest.answer;
    if (live === undefined) {
      const lost = `the answer ${rest.answer?.status ?? ""} to the create holds no ${definition.wireId}`;
      throw new PowerPlatformError(lost, { outcome: "unknown" });
    }
    recordWrite({ definition, place: { ...place, wireId: wireIdOf(definition, live) ?? "" } }, live, context);
    return { live, ...rest };
  } catch (error) {
    if (error instanceof PowerPlatformError && error.outcome === "unknown") {
      const live = await recoverLostCreate(desired, { ...evidence, answer }, error, context);
      return { live, ...(answer === undefined ? {} : { answer }) };
    }
    await context.intentLog.refused(key);
    throw error;
  }
}

/** Refused here, because the service answers the same for a parent that was just created. */
const parentDeleted = ({ place: { parent } }: Desired): ConflictError =>
  new ConflictError(
    `this run has deleted the ${parent?.kind ?? ""} ${parent?.id ?? ""} that it belongs to; nothing was made.\n` +
      "  What `--target` and `--exclude` leave out is not told the id of the new one. Run `pulumi up` again without them.",
  );

/**
 * The object of a create whose answer was lost, if it is proven to be ours. Otherwise the result is unknown, and the error
 * names what was found.
 */
async function recoverLostCreate(
  desired: Desired,
  evidence: Evidence,
  cause: PowerPlatformError,
  context: Context,
): Promise<Values> {
  const { definition } = desired;
  const doubt = (live: Values): string | undefined => doubtOf(desired, live, evidence, context);
  const look = async (): Promise<readonly Values[]> => {
    const startedAfter = context.collections.now();
    const { matches } = await shapeOf(definition).existing(desired, context, { startedAfter });
    return matches.filter((live) => doubt(live) !== "it was there before");
  };
  const lost = (what: string): PowerPlatformError =>
    new PowerPlatformError(`${cause.message}\n  The answer was lost, and ${what}`, {}, { cause });
  const pauses = evidence.answer === undefined ? undefined : pausesFor(waitMsOf(desired.inputs, "create", context));
  const found = await pollListing(look, (matches) => matches.length > 0, context, pauses).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw lost(`looking for the object failed: ${why}\n  Nothing was recorded; ${runAgain}`);
  });
  const ours = proveOwnership(desired, found, evidence, context);
  if (ours !== undefined) return ours;
  if (found.length === 0) throw lost(`no new object showed up. Nothing was recorded; ${runAgain}`);
  const doubts = found.map((live) => {
    const why = doubt(live);
    return `${idOfLive(definition, desired.inputs, live)}${why === undefined ? "" : ` (${why})`}`;
  });
  throw lost(
    `what is there now is not proven to be its: ${doubts.join(", ")}. Nothing was recorded or changed.\n` +
      "  To manage it with this program, set `adopt: true` on the resource; delete what is too many.",
  );
}

const runAgain = "run `pulumi up` again, which looks first.";
