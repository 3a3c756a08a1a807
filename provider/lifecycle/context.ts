import type { RemoteContext } from "../remote/context";
import type { FailedResources } from "./failedResources";
import type { IntentLog } from "./intents/intentLog";
import type { KeyedLock } from "./keyedLock";
import type { RunRecord } from "./runRecord";

/** What the lifecycle needs of the process; one for a tenant and process. */
export interface Context extends RemoteContext {
  /** What this process has seen of the program's resources and done for them. */
  readonly run: RunRecord;
  /** What could not be made or changed. */
  readonly failedResources: FailedResources;
  /** The resource that a call is about, where the adapter is told. */
  readonly urn?: () => string | undefined;
  /** Creates that were sent, for the run that follows one which was killed. */
  readonly intentLog: IntentLog;
  /** Creates with the same natural key take turns. */
  readonly locks: KeyedLock;
  /** Warns of something about an object, once in a process. */
  readonly warnOnce: (object: string, message: string) => Promise<void>;
}
