import { wireIdOf } from "../declare/define";
import { type Values, valueAt } from "../declare/plainValues";
import type { Desired } from "../remote/located";
import { idIn, type Listed } from "../transport/collections/listed";
import type { Context } from "./context";

/** What is known of a create whose answer nobody has. */
export interface Evidence {
  /** When it was sent, by the clock of the service. */
  readonly sentAt: number;
  /** What was there before it was sent; a run that was killed had looked and seen none with this natural key. */
  readonly before?: Listed;
}

/** No create is under way for longer: the time of a call and of its waits. */
const longestCreateMs = 30 * 60_000;

/**
 * The object that a create made whose answer nobody has. It is ours when it is the only one with the natural key that this
 * caller made (where both are known), after the create was sent, and that was not there before. Anything less proves nothing.
 */
export function proveOwnership(
  desired: Desired,
  matches: readonly Values[],
  evidence: Evidence,
  context: Pick<Context, "connection">,
): Values | undefined {
  const ours = matches.filter((live) => doubtOf(desired, live, evidence, context) === undefined);
  return ours.length === 1 ? ours[0] : undefined;
}

/** Why an object cannot be what the create made; `undefined` where nothing speaks against it. */
export function doubtOf(
  { definition }: Desired,
  live: Values,
  { sentAt, before }: Evidence,
  { connection }: Pick<Context, "connection">,
): string | undefined {
  if (definition.shape !== "collection") return "the service does not tell who made it";
  const idOf = idIn(definition.wireId);
  const id = wireIdOf(definition, live) ?? "";
  if (before?.byId(definition.wireId, id) !== undefined || idOf(live) === undefined) {
    return "it was there before";
  }
  const creator = valueAt(live, definition.createdBy);
  const caller = connection.caller()?.oid;
  if (typeof creator === "string" && caller !== undefined && creator.toLowerCase() !== caller.toLowerCase()) {
    return `it was made by ${creator}`;
  }
  const text = String(live[definition.createdAt]);
  const madeAt = Date.parse(text);
  if (Number.isNaN(madeAt)) return "the service does not tell when it was made";
  if (madeAt + toleranceMs < sentAt || madeAt > sentAt + longestCreateMs) return `it was made at ${text}`;
  return undefined;
}

/** So far apart may be the clocks of the service's machines, and the whole seconds in which they tell the time. */
const toleranceMs = 5_000;
