import type { Diagnostic } from "./diagnostics";
import { ProgramError } from "./program/programError";
import { changesBetween, type Change } from "./properties/changes";
import { revealAll } from "./properties/secrets";
import type { StepRecord } from "./result";
import type { ResourceState } from "./state/resourceState";
import { isDefaultProvider, nameOf } from "./state/urn";
import type { StepObserver } from "./steps/executor";
import { ResourceError } from "./steps/resourceError";
import type { Op, Step, StepDiff } from "./steps/step";

/** A finished step, with the real states and not the displayed ones. */
export interface DoneStep {
  op: Op;
  old: ResourceState | undefined;
  new: ResourceState | undefined;
  /** How the step is counted: a `refresh` operation by what it found, other steps by their op. */
  shownOp: Op;
  replaceKeys: readonly string[];
  diff: StepDiff | undefined;
  error: string | undefined;
}

/** Records steps, their counts and messages of an operation. */
export class Recorder implements StepObserver {
  readonly steps: DoneStep[] = [];
  readonly diagnostics: Diagnostic[] = [];
  /** Progress messages, which the CLI shows for a moment only. */
  readonly progress: Diagnostic[] = [];
  readonly changes: Partial<Record<Op, number>> = {};

  /** @param preview nothing is changed */
  constructor(
    readonly preview: boolean,
    private readonly onMessage?: (diagnostic: Diagnostic) => void,
  ) {}

  /** Records a finished step. Steps of default providers are internal, unless they fail. */
  done(step: Step, error: Error | undefined): void {
    const state = step.new ?? step.old;
    if (!state) return;
    const isInternal = isDefaultProvider(state.urn) || step.op === "remove-pending-replace";
    if (error) {
      const message = this.preview ? `Preview failed: ${error.message}` : error.message;
      this.report({ severity: "error", message, ...(isInternal ? {} : { urn: state.urn }) });
    }
    if (isInternal) return;
    const { op, old, replaceKeys = [], diff } = step;
    const counted = error ? undefined : step.counts();
    const shownOp = (op === "refresh" && counted) || op;
    this.steps.push({ op, shownOp, old, new: step.new, replaceKeys, diff, error: error?.message });
    if (counted) this.changes[counted] = (this.changes[counted] ?? 0) + 1;
  }

  /** Records an error of the operation or of a resource. Errors that the program has logged are not repeated. */
  reportError(error: Error): void {
    if (error instanceof ProgramError && this.diagnostics.some(({ severity }) => severity === "error")) return;
    if (!(error instanceof ResourceError)) this.report({ severity: "error", message: error.message });
    else for (const message of error.messages) this.report({ severity: "error", message, urn: error.urn });
  }

  /** Keeps a message. */
  report(diagnostic: Diagnostic): void {
    (diagnostic.ephemeral ? this.progress : this.diagnostics).push(diagnostic);
    this.onMessage?.(diagnostic);
  }
}

/** The changes of a step, as they are displayed. */
export function changesOf(step: Pick<DoneStep, "op" | "old" | "new">): Change[] {
  if (!step.old || !step.new) return [];
  const isRead = step.op === "refresh" || step.op === "read" || step.op === "read-replacement";
  return isRead ? changesBetween(step.old.outputs, step.new.outputs) : changesBetween(step.old.inputs, step.new.inputs);
}

/** A step in the result of an operation. */
export function toRecord(step: DoneStep): StepRecord {
  const state = step.new ?? step.old;
  const id = step.new?.id || step.old?.id;
  return {
    op: step.op,
    urn: state?.urn ?? "",
    type: state?.type ?? "",
    name: nameOf(state?.urn ?? ""),
    ...(id ? { id } : {}),
    diff: step.diff?.detailedDiff
      ? Object.keys(step.diff.detailedDiff).sort()
      : changesOf(step).map((change) => change.path),
    replaceKeys: [...step.replaceKeys],
    diffReasons: [...(step.diff?.changedKeys ?? [])],
    detailedDiff: step.diff?.detailedDiff ? { ...step.diff.detailedDiff } : null,
    provider: state?.provider ?? "",
    oldInputs: revealAll(step.old?.inputs ?? {}),
    newInputs: revealAll(step.new?.inputs ?? {}),
    oldOutputs: revealAll(step.old?.outputs ?? {}),
    newOutputs: revealAll(step.new?.outputs ?? {}),
    ...(step.error === undefined ? {} : { error: step.error }),
  };
}
