/**
 * Creates that were sent and whose object is not known to be in state, remembered beyond the end of the process: a run that
 * is killed between a create and its answer leaves an object that no state knows.
 */
export interface IntentLog {
  /**
   * Records that a create is sent now.
   * @param sentAt by the clock of the service
   * @throws ConfigurationError when it cannot be written
   */
  readonly sending: (key: string, sentAt: number) => Promise<void>;
  /** The service made nothing. */
  readonly refused: (key: string) => Promise<void>;
  /** The engine is told the id; the intent goes when the run ends in an orderly way. */
  readonly answered: (key: string) => void;
  /** When this run or an earlier one sent the same create without knowing its end. */
  readonly sentAt: (key: string) => Promise<number | undefined>;
  /** State has what the create of an earlier run made. The key is not asked for where earlier runs have left nothing at all. */
  readonly recorded: (key: () => string) => Promise<void>;
}
