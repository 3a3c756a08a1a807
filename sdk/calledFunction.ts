/** A function as both forms call it. */
export interface CalledFunction {
  /** Its name, which ends its token. */
  readonly name: string;
  /** What its answer has the items under. Absent where the answer is one object. */
  readonly result?: string;
}
