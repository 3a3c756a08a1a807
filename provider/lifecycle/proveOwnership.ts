import { wireIdOf } from "../declare/identity";
import { valueAt, type Values } from "../declare/plainValues";
import type { Desired } from "../remote/located";
import type { ApiResponse } from "../transport/api";
import type { Listed } from "../transport/collections/listed";
import type { Context } from "./context";

/** The facts about a create without an answer. */
export interface Evidence {
  /** When it was sent, by the clock of the service. */
  readonly sentAt: number;
  /** The listing before it was sent. A killed run had looked and found no object with this natural key. */
  readonly before?: Listed | undefined;
  /** The service accepted it, and its answer does not hold the object. */
  readonly answer?: ApiResponse | undefined;
}

/** The maximum duration of a create, with its waits. */
const longestCreateMs = 30 * 60_000;

/**
 * The object of a create without an answer. It is ours if it is the only one with the natural key that this caller created
 * (where both are known), after the create was sent, and that was not listed before. Anything less proves nothing.
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

/** The reason why an object is not from this create. `undefined` if there is none. */
export function doubtOf(
  { definition }: Desired,
  live: Values,
  { sentAt, before }: Evidence,
  { connection }: Pick<Context, "connection">,
): string | undefined {
  if (definition.shape !== "collection") return "the service does not tell who made it";
  const id = wireIdOf(definition, live);
  if (id === undefined || before?.byId(definition.wireId, id) !== undefined) return "it was there before";
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

/** Tolerance for the clocks of the service's machines, and for times in whole seconds. */
const toleranceMs = 5_000;
