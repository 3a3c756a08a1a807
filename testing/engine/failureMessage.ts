import type { Diagnostic } from "./diagnostics";
import type { OperationKind } from "./result";
import { nameOf, typeOf } from "./state/urn";

/** The errors that an operation reported, each with its resource. */
export function failureMessage(operation: OperationKind, error: Error, diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === "error");
  const lines = errors.map(({ message, urn }) =>
    urn === undefined ? message.trim() : `${typeOf(urn)} ${nameOf(urn)}: ${message.trim()}`,
  );
  const all = lines.length > 0 ? [...new Set(lines)] : [error.message];
  return [`${operation} failed:`, ...all.map((line) => `  ${line}`)].join("\n");
}
