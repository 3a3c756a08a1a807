import type { Outcome } from "./deploymentOptions";
import { renderDiffView } from "./display/diffView";
import { renderRows } from "./display/rows";
import { renderText } from "./display/text";
import { isSecret, revealAll } from "./properties/secrets";
import { toRecord } from "./recorder";
import type { OperationKind, OperationResult } from "./result";
import { stackType } from "./state/urn";
import type { Op } from "./steps/step";

/** Reads are no changes. Dropping a resource that was only read is no change either. */
const unchanging = new Set<Op>(["same", "read", "discard", "read-replacement"]);

/** The result of an operation. */
export function toResult(kind: OperationKind, stackName: string, outcome: Outcome): OperationResult {
  const { recorder, resources } = outcome;
  const outputs = resources.find((state) => state.type === stackType)?.outputs ?? {};
  return {
    operation: kind,
    changes: recorder.changes,
    hasChanges: Object.keys(recorder.changes).some((op) => !unchanging.has(op as Op)),
    steps: recorder.steps.map(toRecord),
    diagnostics: recorder.diagnostics,
    progress: recorder.progress,
    outputs: revealAll(outputs),
    secretOutputs: Object.keys(outputs).filter((name) => isSecret(outputs[name])),
    text: renderText(kind, stackName, recorder),
    rows: renderRows(kind, stackName, recorder),
    diff: renderDiffView(kind, stackName, recorder),
  };
}
