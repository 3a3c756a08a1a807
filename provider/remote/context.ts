import type { Connection } from "../auth";
import type { Api } from "../transport/api";
import type { Clock } from "../transport/clock";
import type { Collections } from "../transport/collections/collections";
import type { ServiceClock } from "../transport/serviceClock";

/** What looking at a tenant and changing it needs of the process; one for a tenant and process. */
export interface RemoteContext {
  readonly api: Api;
  readonly collections: Collections;
  readonly clock: Clock;
  /** The time by which the service dates what it makes. */
  readonly serviceClock: Pick<ServiceClock, "now">;
  /** How long to wait for the service where a resource does not say. */
  readonly pollTimeoutMs: number;
  /** The tenant that calls go to. Signs in when configuration does not name it. */
  readonly tenantId: () => Promise<string>;
  /** Where calls go and as whom, for errors; nobody signs in for them. */
  readonly connection: Pick<Connection, "identity" | "isRecorded" | "endpoint" | "scope" | "caller">;
  /** Shown to the user beside the preview or update; resolves when it was handed over. */
  readonly warn: (message: string) => Promise<void>;
  /** Shown while something is waited for; `resource` is its kind and name, for who is not told otherwise. */
  readonly progress: (message: string, resource?: string) => void;
  /** Aborts waits, never a write in flight. */
  readonly signal?: AbortSignal;
}
