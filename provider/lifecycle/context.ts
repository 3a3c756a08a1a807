import type { Connection } from "../auth";
import type { Api } from "../transport/api";
import type { Clock } from "../transport/clock";
import type { Collections } from "../transport/collections";
import type { Journal } from "./journal";
import type { KeyedLock } from "./keyedLock";
import type { RunRecord } from "./runRecord";

/** What the lifecycle needs of the world; one for a tenant and process. */
export interface Context {
  readonly api: Api;
  readonly collections: Collections;
  readonly clock: Clock;
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
  /** What this process has seen of the program's resources and done for them. */
  readonly run: RunRecord;
  /** The resource that a call is about, where the adapter is told. */
  readonly urn?: () => string | undefined;
  /** Creates that were sent, for the run that follows one which was killed. */
  readonly journal: Journal;
  /** Creates with the same natural key take turns. */
  readonly locks: KeyedLock;
  /** Aborts waits, never a write in flight. */
  readonly signal?: AbortSignal;
}
