import { unknown } from "../properties/markers";
import {
  diffValues,
  isInternal,
  keysOf,
  type ArrayDiff,
  type ObjectDiff,
  type ValueDiff,
} from "../properties/objectDiff";
import { pathContains } from "../properties/path";
import type { Value } from "../properties/value";
import type { DoneStep } from "../recorder";
import { isStack } from "../state/urn";
import { printPropertyDiff } from "./diffPrinter";
import { hiddenPathsOf, shownDiff } from "./stepDiff";
import { isWorthPrinting, ValuePrinter, widest } from "./valuePrinter";

/** How the outputs of a step are compared. */
export interface OutputsView {
  indent: number;
  preview: boolean;
  /** The step is a refresh, so every output that differs is shown, also one that is an input. */
  refreshed: boolean;
}

/**
 * The outputs of a step that differ from its inputs or, if there were any, from the outputs before. A preview knows them
 * only where something was read.
 */
export function renderOutputs(step: DoneStep, view: OutputsView): string {
  const showsSames = !view.preview && isStack(step);
  if (view.preview && !view.refreshed && !knownInPreview.has(step.op) && !isStack(step)) return "";
  if ((step.old?.initErrors.length ?? 0) > 0) return "";
  const outputs = step.new?.outputs ?? {};
  const before = step.old && shownDiff(step, step.old.outputs, outputs);
  if (before?.diff && view.preview && isStack(step)) dropUnknowns(before.diff);
  if (before && !before.diff && !showsSames) return "";

  const out: string[] = [];
  const printer = new ValuePrinter(out, { indent: view.indent, op: step.op, signed: false });
  const keys = before?.diff ? keysOf(before.diff) : Object.keys(outputs).sort();
  for (const key of keys) {
    if (isShown(step, view, key, before?.diff, showsSames)) {
      if (before?.diff) printPropertyDiff(printer, key, widest(keys), before.diff);
      else printer.property(key, outputs[key] ?? null, widest(keys));
    }
  }
  return out.join("");
}

const knownInPreview = new Set(["read", "read-replacement", "import", "import-replacement"]);

function isShown(
  step: DoneStep,
  view: OutputsView,
  key: string,
  diff: ObjectDiff | undefined,
  showsSames: boolean,
): boolean {
  const output = step.new?.outputs[key];
  const input = step.new?.inputs[key];
  if (!diff && (isInternal(key) || !isWorthPrinting(output))) return false;
  if (input !== undefined && !view.refreshed && isSame(step, key, output, input)) return false;
  return showsSames || !diff || diff.adds.has(key) || diff.deletes.has(key) || diff.updates.has(key);
}

function isSame(step: DoneStep, key: string, output: Value | undefined, input: Value): boolean {
  const hides = hiddenPathsOf(step);
  const ignored = (path: (string | number)[]): boolean =>
    isInternal(path.at(-1)) || hides.some((one) => pathContains(one, path));
  return diffValues(output, input, ignored, [key]) === undefined;
}

/** A value that may change is not shown as changed. Its parent is shown without it. */
function dropUnknowns({ updates }: ObjectDiff | ArrayDiff): void {
  const entries = updates as Map<string | number, ValueDiff>;
  for (const [key, { new: now, inner }] of entries) {
    if (inner) dropUnknowns(inner);
    if (now === unknown) entries.delete(key);
  }
}
