/** The operations that are measured, in their order. */
export const operations = ["first up", "preview", "up", "change", "refresh", "destroy"] as const;
export type Operation = (typeof operations)[number];

/** Operations without changes, which can be repeated. */
export const unchanging: ReadonlySet<Operation> = new Set(["preview", "up", "refresh"]);

/** A stack of the bench's program, and what runs it. */
export interface Deployer {
  /**
   * Runs an operation.
   * @throws Error when it fails or does not do what is expected.
   */
  run(operation: Operation, count: number): Promise<void>;
  /** The state as it is kept, in bytes. */
  stateBytes(): Promise<number>;
  close(): Promise<void>;
}
