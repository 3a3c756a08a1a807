import type { RemoteContext } from "../remote/context";
import type { IntentLog } from "./intents/intentLog";
import type { RunRecord } from "./runRecord";

/** The services of the process for the lifecycle. One for each tenant and process. */
export interface Context extends RemoteContext {
  /** The resources of the program that this process has seen, and what it did for them. */
  readonly run: RunRecord;
  /** The resource of a call, if the adapter knows it. */
  readonly urn?: (() => string | undefined) | undefined;
  /** The create intents, for the run after a killed run. */
  readonly intentLog: IntentLog;
  /** Warns about an object, once in a process. */
  readonly warnOnce: (object: string, message: string) => Promise<void>;
}
