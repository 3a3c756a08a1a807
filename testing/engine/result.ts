import type { Diagnostic } from "./diagnostics";
import type { Value } from "./properties/value";
import type { Op } from "./steps/step";

/** One step of an operation, secrets opened; what is unknown in a preview is {@link unknown}. */
export interface StepRecord {
  op: Op;
  urn: string;
  type: string;
  name: string;
  id?: string;
  /** Paths of the properties that differ, Pulumi's own (`__…`) left out: inputs, or outputs where the resource was read. */
  diff: string[];
  /** The properties that make the resource be replaced. */
  replaceKeys: string[];
  oldInputs: Record<string, Value>;
  newInputs: Record<string, Value>;
  oldOutputs: Record<string, Value>;
  newOutputs: Record<string, Value>;
  /** Why the step failed. */
  error?: string;
}

/** The operations on a stack. */
export type OperationKind = "preview" | "up" | "refresh" | "destroy";

/** What an operation did, or would do. */
export interface OperationResult {
  operation: OperationKind;
  /** How many resources, by op, as the summary of the Pulumi CLI counts them. Ops without any are missing. */
  changes: Partial<Record<Op, number>>;
  steps: StepRecord[];
  diagnostics: Diagnostic[];
  /** The outputs of the stack, secrets opened. */
  outputs: Record<string, Value>;
  /** Names of the outputs that are secret. */
  secretOutputs: string[];
  /** All of it as text, in the manner of `pulumi preview --diff`. */
  text: string;
}

/** An operation failed or was cancelled. What had been done by then is in the state. */
export class DeploymentError extends Error {
  override readonly name = "DeploymentError";

  constructor(
    message: string,
    readonly result: OperationResult,
  ) {
    super(message);
  }
}
