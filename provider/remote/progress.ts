import type { Values } from "../declare/plainValues";
import type { Located } from "./located";

/** An object on its way to what the program declares; `live` is what was seen last. */
export interface Progress extends Located {
  readonly inputs: Values;
  readonly tenantId: string;
  readonly waitMs: number;
  live: Values;
  /** The service has accepted a change; from then on a failure is a partial one. */
  isWritten: boolean;
}
