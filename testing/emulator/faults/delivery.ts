import type { Answer } from "../answer";

/** How an answer reaches the client, or does not. */
export type Delivery =
  | { kind: "answer"; answer: Answer }
  /** Body text sent as it is, with its own content type. */
  | { kind: "text"; status: number; text: string; contentType: string }
  | { kind: "truncated"; answer: Answer }
  | { kind: "reset" }
  | { kind: "never" };
