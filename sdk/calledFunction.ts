/** A function as both forms call it. */
export interface CalledFunction {
  /** Its name, which ends its token. */
  readonly name: string;
  /** What its answer has the items under. */
  readonly result: string;
}
