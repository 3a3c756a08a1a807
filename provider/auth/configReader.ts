/** Reads a key, with its namespace, of stack configuration or of an explicit provider. */
export interface ConfigReader {
  get(key: string): string | undefined;
  /** Every key that there is, of any namespace. @default nobody knows, and unknown keys are not found */
  keys?(): readonly string[];
  /** Project of the program: one that is named as this package is has keys of its own. */
  readonly project?: string | undefined;
}
