import type { Diagnostic } from "./diagnostics";
import type { PropertyDiff } from "./properties/propertyDiff";
import type { Value } from "./properties/value";
import type { Op } from "./steps/step";

/** One step of an operation, secrets opened; what is unknown in a preview is {@link unknown}. */
export interface StepRecord {
  op: Op;
  urn: string;
  type: string;
  name: string;
  id?: string;
  /** Paths of the properties that differ: what the provider says in detail; else inputs, or outputs where the resource was read, without Pulumi's own (`__…`). */
  diff: string[];
  /** The properties that cause a replacement. */
  replaceKeys: string[];
  /** The properties that the provider names. */
  diffReasons: string[];
  /** What the provider says about properties, by path; null if it does not go into details. */
  detailedDiff: Record<string, PropertyDiff> | null;
  /** Reference of the provider; "" for the stack, components and providers. */
  provider: string;
  oldInputs: Record<string, Value>;
  newInputs: Record<string, Value>;
  oldOutputs: Record<string, Value>;
  newOutputs: Record<string, Value>;
  /** Why the step failed. */
  error?: string;
}

/** The operations on a stack. */
export type OperationKind = "preview" | "up" | "refresh" | "destroy" | "import";

/** What an operation did, or would do. */
export interface OperationResult {
  operation: OperationKind;
  /** How many resources, by op, as the summary of the Pulumi CLI counts them. Ops without any are missing. */
  changes: Partial<Record<Op, number>>;
  steps: StepRecord[];
  /** Whether it changed anything, or would change it, as for `--expect-no-changes` of the Pulumi CLI. */
  hasChanges: boolean;
  diagnostics: Diagnostic[];
  /** Progress messages, which the CLI shows for a moment only. */
  progress: Diagnostic[];
  /** The outputs of the stack, secrets opened. */
  outputs: Record<string, Value>;
  /** Names of the outputs that are secret. */
  secretOutputs: string[];
  /** The operation as text: every step with the properties that differ. */
  text: string;
  /** The operation as the Pulumi CLI prints it to a log: one row for each step, without times. */
  rows: string;
  /** The operation as the Pulumi CLI prints it with `--diff`, without times. */
  diff: string;
}

/** An operation failed or was cancelled. The state has the steps that were done before. */
export class DeploymentError extends Error {
  override readonly name = "DeploymentError";

  constructor(
    message: string,
    readonly result: OperationResult,
  ) {
    super(message);
  }
}
