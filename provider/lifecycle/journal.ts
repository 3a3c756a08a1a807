/**
 * Creates that were sent and whose object is not known to be in state, remembered beyond the end of the process: a run that
 * is killed between a create and its answer leaves an object that no state knows, and the next run has to know it for its own.
 */
export interface Journal {
  /** Notes that a create is sent now. */
  readonly sending: (key: string) => Promise<void>;
  /** The service made nothing. */
  readonly refused: (key: string) => Promise<void>;
  /** The engine is told the id; the note goes when the run ends in an orderly way. */
  readonly answered: (key: string) => void;
  /** When an earlier run sent the same create, in milliseconds; `undefined` when it sent none or recorded its object. */
  readonly sentAt: (key: string) => Promise<number | undefined>;
  /** State holds the object. */
  readonly recorded: (key: () => string) => Promise<void>;
}
