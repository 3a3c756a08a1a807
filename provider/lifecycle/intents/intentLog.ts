/**
 * Creates that were sent and whose object is not known to be in state, remembered beyond the end of the process: a run that
 * is killed between a create and its answer leaves an object that no state knows, and the next run has to know it for its own.
 */
export interface IntentLog {
  /** Notes that a create is sent now. */
  readonly sending: (key: string) => Promise<void>;
  /** The service made nothing. */
  readonly refused: (key: string) => Promise<void>;
  /** What this process has made was deleted again, since there is another one. */
  readonly withdrawn: (key: string) => Promise<void>;
  /** The engine is told the id; the note goes when the run ends in an orderly way. */
  readonly answered: (key: string) => void;
  /** When an earlier run sent the same create, in milliseconds; `undefined` when it sent none or recorded its object. */
  readonly sentAt: (key: string) => Promise<number | undefined>;
  /** The same of earlier runs only; the key is not asked for where they have left nothing at all. */
  readonly leftAt: (key: () => string) => Promise<number | undefined>;
  /** State holds what the create of the earlier run has made. */
  readonly recorded: (key: string) => Promise<void>;
  /** Notes until the end of the run that an existing object was taken over: state may have it under a former name as well. */
  readonly takes: (object: string) => Promise<void>;
  /** Whether a provider instance of this run has taken the object over. */
  readonly isTaken: (object: string) => Promise<boolean>;
}
