import type { Values } from "../declare/plainValues";
import type { Located } from "./located";

/** An object that is being created or changed. `live` is its latest form. */
export interface Progress extends Located {
  readonly inputs: Values;
  readonly tenantId: string;
  readonly waitMs: number;
  live: Values;
  /** The service has accepted a change. From then on, a failure is a partial failure. */
  isWritten: boolean;
}
