/** How serious a message is. */
export type Severity = "debug" | "info" | "warning" | "error";

/** A message of the program, a provider or the engine. */
export interface Diagnostic {
  severity: Severity;
  message: string;
  /** The resource it is about. */
  urn?: string;
  /** Messages with the same number, other than 0, are parts of one text. */
  streamId?: number;
  /** A progress message, without meaning after the operation. */
  ephemeral?: true;
}
