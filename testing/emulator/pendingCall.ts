import type { Answer } from "./answer";
import type { Call } from "./call";
import type { Principal } from "./tenant/types";

/** A request whose operation is known and whose caller may not be yet. */
export interface PendingCall extends Omit<Call, "principal"> {
  /** The `Authorization` header. */
  readonly authorization: string | undefined;
  principal?: Principal;
  /** Set when access was refused. */
  refusal?: Answer;
}
