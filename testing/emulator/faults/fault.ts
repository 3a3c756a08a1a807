/** Which requests a fault hits. What is absent matches everything. */
export interface FaultMatch {
  /** HTTP method. */
  method?: string;
  /** Glob for the path without query, ignoring case: `*` within a segment, `**` across segments. */
  path?: string;
  /** Source of a regular expression for the path without query, ignoring case. */
  pathPattern?: string;
  /** operationId of the contract. */
  operationId?: string;
}

interface FaultBase extends FaultMatch {
  /** First match that is hit, counted from 1. @default 1 */
  nth?: number;
  /** How many matches are hit. @default 1 */
  times?: number | "always";
  /**
   * Whether the operation is carried out (`after`) or not (`before`) when the fault shows. A fault after the change is
   * a lost answer: the client cannot know. @default "before"
   */
  moment?: "before" | "after";
}

/** A fault as plain JSON: the same over HTTP and in a test. */
export type Fault = FaultBase &
  (
    | { kind: "status"; status: number; body?: unknown; headers?: Record<string, string> }
    /** The connection is reset. */
    | { kind: "reset" }
    /** The true answer, cut off in the middle of its body. The operation is always carried out. */
    | { kind: "truncated" }
    /** An HTML page, as a proxy or a front door sends. @default status 200, a short page */
    | { kind: "html"; status?: number; page?: string }
    /** 200 without a body; what was carried out and refused is answered as it is. */
    | { kind: "empty" }
    /** The true answer, `delayMs` late on the emulator's clock. */
    | { kind: "slow"; delayMs: number }
    /** No answer ever; the connection stays open. */
    | { kind: "never" }
  );

/** A fault with its counts. */
export type ActiveFault = Fault & {
  id: string;
  /** Requests it matched. */
  matched: number;
  /** Requests it hit. */
  hit: number;
};

/** A fault as a test writes it: the path may be a real regular expression, of which the source counts. */
export type FaultInput = WithoutPath<Fault> & { path?: string | RegExp };

type WithoutPath<T> = T extends unknown ? Omit<T, "path"> : never;
