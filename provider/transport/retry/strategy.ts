import type { PowerPlatformError } from "../../errors";
import { type HttpReply, type HttpRequest, isRead } from "../policy";

/** An attempt that did not end well. */
export interface Attempt {
  readonly request: HttpRequest;
  readonly result: HttpReply | PowerPlatformError;
  /** Which of the attempts that this strategy counts, from 1. */
  readonly round: number;
  /** How long the service asked to wait. */
  readonly namedMs?: number;
  readonly random: () => number;
}

/** Try again after `waitMs`. */
export interface Decision {
  readonly waitMs: number;
  /** For the log and the message. */
  readonly why: string;
}

/** Says whether an attempt is worth another, and after how long. It does not sleep: only the retry policy does. */
export type Strategy = (attempt: Attempt) => Decision | undefined;

/** Calls that may be sent twice without changing more than once. */
export const isIdempotent = (request: HttpRequest): boolean =>
  isRead(request) || request.isReplaySafe === true || (request.method !== "POST" && request.method !== "PATCH");
