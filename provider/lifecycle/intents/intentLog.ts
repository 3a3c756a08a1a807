/**
 * A write-ahead record of creates whose object may not be in state. It outlives the process: a run that is killed between a
 * create and its answer leaves an object that no state records. Of settings, the values before the write would be lost.
 */
export interface IntentLog {
  /**
   * Records that a create is sent now.
   * @param sentAt by the clock of the service
   * @param found values of settings before the write, as text
   * @throws ConfigurationError when it cannot be written
   */
  readonly sending: (key: string, sentAt: number, found?: string) => Promise<void>;
  /** The service has refused the create. */
  readonly refused: (key: string) => Promise<void>;
  /** The engine has the id. The intent is deleted when the run ends normally. */
  readonly answered: (key: string) => void;
  /** The time at which this run or an earlier one sent the same create without a known result. */
  readonly sentAt: (key: string) => Promise<number | undefined>;
  /** The values of settings before a write of an earlier run whose end is not known. */
  readonly found: (key: string) => Promise<string | undefined>;
  /** State has the object of an earlier run's create. The key is not computed if earlier runs have left no intents. */
  readonly recorded: (key: () => string) => Promise<void>;
}
