import type { Connection } from "../auth";
import type { Values } from "../declare/plainValues";
import { timeoutMs } from "../declare/programFields";
import type { Api } from "../transport/api";
import type { Clock } from "../transport/clock";
import type { Collections } from "../transport/collections/collections";
import type { ServiceClock } from "../transport/serviceClock";
import type { KeyedLock } from "./keyedLock";

/** The services of the process for calls to a tenant. One for each tenant and process. */
export interface RemoteContext {
  readonly api: Api;
  readonly collections: Collections;
  readonly clock: Clock;
  /** The clock of the service, which dates its objects. */
  readonly serviceClock: Pick<ServiceClock, "now">;
  /** The time to wait for the service if a resource does not set it. */
  readonly pollTimeoutMs: number;
  /** The tenant of the calls. Signs in if configuration does not name it. */
  readonly tenantId: () => Promise<string>;
  /** Endpoint and identity of the calls, for errors. Does not sign in. */
  readonly connection: Pick<Connection, "identity" | "isRecorded" | "endpoint" | "scope" | "caller">;
  /** A warning beside the preview or update. Resolves when the engine has it. */
  readonly warn: (message: string) => Promise<void>;
  /** Shown while something is waited for; `resource` is its kind and name, for who is not told otherwise. */
  readonly progress: (message: string, resource?: string) => void;
  /** Creates with the same natural key take turns, and operations of one environment or group. */
  readonly locks: KeyedLock;
  /** Aborts waits, never a write in flight. */
  readonly signal?: AbortSignal | undefined;
}

/** The time of a create or change: what the resource sets (`timeouts`), or the time of the process. A delete takes that of a change. */
export const waitMsOf = (
  { timeouts }: Values,
  operation: "create" | "update",
  { pollTimeoutMs }: Pick<RemoteContext, "pollTimeoutMs">,
): number => timeoutMs(timeouts, operation) ?? pollTimeoutMs;
