import type { Diagnostic } from "../diagnostics";
import type { DoneStep, Recorder } from "../recorder";
import type { OperationKind } from "../result";
import { parseProviderReference } from "../state/providerReference";
import { isStack, nameOf } from "../state/urn";
import type { Op } from "../steps/step";
import { unknown } from "../properties/markers";
import type { Properties } from "../properties/value";
import { printObjectDiff } from "./diffPrinter";
import { messagesOf } from "./messages";
import { renderOutputs } from "./outputs";
import { shownSteps } from "./shownSteps";
import { shownDiff, translateDetailedDiff } from "./stepDiff";
import { renderResources } from "./summary";
import { prefixes } from "./symbols";
import { titleOf } from "./titles";
import { ValuePrinter } from "./valuePrinter";

/** What was seen of an operation so far: the children of what was shown are indented below it. */
type Seen = Map<string, DoneStep>;

/** An operation as text, as the Pulumi CLI prints it with `--diff`, without colours and times. */
export function renderDiffView(operation: OperationKind, stack: string, recorder: Recorder): string {
  const seen: Seen = new Map();
  const preview = recorder.preview;
  const out: string[] = [`${titleOf(operation, preview)} (${stack}):\n`];
  const steps = shownSteps(recorder);
  for (const step of steps) {
    const urn = (step.new ?? step.old)?.urn ?? "";
    const isMade = makers.has(seen.get(urn)?.op);
    if (!seen.has(urn) || !isStack(step)) seen.set(urn, step);
    out.push(renderStep(step, isMade, seen, preview));
  }
  const stackStep = steps.find((step) => isStack(step) && step.op !== "refresh" && step.new);
  if (stackStep) out.push(outputsOf(stackStep, seen, preview));
  out.push(...messagesOf(recorder).map(renderDiagnostic));
  const errored = preview ? 0 : recorder.steps.filter(({ error }) => error !== undefined).length;
  return [...out, renderResources(recorder, errored)].join("");
}

/** `isMade`: the new resource of a replacement was created before. */
function renderStep(step: DoneStep, isMade: boolean, seen: Seen, preview: boolean): string {
  if (!isVisible(step) && !isStack(step)) return "";
  if (step.op === "import" && step.error !== undefined) return "";
  if (step.op === "refresh") return renderRefresh(step, seen, preview);
  const change = renderSummary(step, step.op, seen) + renderChange(step, isMade, seen);
  return isStack(step) || step.error !== undefined ? change : change + outputsOf(step, seen, preview);
}

/** A refresh before an update shows changed resources. A refresh operation also shows deleted ones. */
function renderRefresh(step: DoneStep, seen: Seen, preview: boolean): string {
  const shown = { ...step, op: step.shownOp };
  if (step.error !== undefined || (step.shownOp === "same" && !isStack(step))) return "";
  if (step.shownOp === "update") {
    const { diff, hidden } = translateDetailedDiff(step, { refreshed: true });
    const details: string[] = [];
    const printer = new ValuePrinter(details, { indent: indentOf(step, seen) + 1, op: "same", signed: true });
    if (step.diff?.detailedDiff && diff) printObjectDiff(printer, diff, { hidden });
    else printOldNew(printer, step, step.old?.outputs ?? {}, step.new?.outputs ?? {});
    return renderSummary(step, "update", seen) + details.join("");
  }
  const indent = indentOf(step, seen);
  const outputs = renderOutputs(shown, { indent: indent + 1, preview, refreshed: true });
  if (step.shownOp === "refresh" && outputs === "" && !isStack(step)) return "";
  return renderSummary(step, step.shownOp, seen) + withHeader(outputs, indent);
}

function renderChange(step: DoneStep, isMade: boolean, seen: Seen): string {
  const out: string[] = [];
  const printer = new ValuePrinter(out, { indent: indentOf(step, seen) + 1, op: step.op, signed: false });
  const { old, new: now } = step;
  if (step.op === "same") return "";
  if (step.diff?.detailedDiff && old && now) {
    const { diff, hidden } = translateDetailedDiff(step, { refreshed: false });
    if (diff) printObjectDiff(printer, diff, { hidden });
    else printer.with({ op: "same", signed: true }).object(old.inputs);
  } else if (!old && now) printer.object(now.inputs);
  else if (old && !now) printer.object(old.inputs);
  else if (old && now && isMade) printOldNew(printer, { ...step, diff: undefined }, old.outputs, now.outputs);
  else if (old && now) printOldNew(printer, step, old.inputs, now.inputs);
  return out.join("");
}

function printOldNew(printer: ValuePrinter, step: DoneStep, before: Properties, after: Properties): void {
  const { diff, hidden } = shownDiff(step, before, after);
  const changedKeys = step.diff?.changedKeys ?? [];
  const only = changedKeys.length > 0 ? changedKeys : undefined;
  if (diff) printObjectDiff(printer, diff, { hidden, only });
  else printer.with({ op: "same", signed: true }).object(after);
}

function renderSummary(step: DoneStep, op: Op, seen: Seen): string {
  const state = step.new ?? step.old;
  if (!state) return "";
  const indent = "    ".repeat(indentOf(step, seen));
  const wasProtected = step.old?.protect === true && step.new?.protect === false;
  const lock = wasProtected ? " 🔓" : step.new?.protect || step.old?.protect ? " 🔒" : "";
  const lines = [`${indent}${prefixes[op]}${state.type}: (${op})${lock}`];
  if (step.old?.id) lines.push(`${indent}    [id=${step.old.id}]`);
  lines.push(`${indent}    [urn=${state.urn}]`, ...providerLines(step).map((line) => `${indent}    ${line}`));
  return lines.map((line) => `${line}\n`).join("");
}

function providerLines({ old, new: now }: DoneStep): string[] {
  const reference = (now ?? old)?.provider ?? "";
  if (reference === "") return [];
  if (old && now && old.provider !== now.provider) {
    const after = now.provider.replace(unknown, "[unknown]");
    return [`[provider: ${old.provider} => ${after}]`];
  }
  return nameOf(parseProviderReference(reference).urn) === "default" ? [] : [`[provider=${reference}]`];
}

function outputsOf(step: DoneStep, seen: Seen, preview: boolean): string {
  const indent = indentOf(step, seen);
  return withHeader(renderOutputs(step, { indent: indent + 1, preview, refreshed: false }), indent);
}

function withHeader(outputs: string, indent: number): string {
  return outputs === "" ? "" : `${"    ".repeat(indent + 1)}--outputs:--\n${outputs}`;
}

function indentOf(step: DoneStep, seen: Seen): number {
  let indent = 0;
  let parent = (step.new ?? step.old)?.parent ?? "";
  for (let above = seen.get(parent); above; above = seen.get(parent)) {
    if (isStack(above) || isVisible(above)) indent++;
    parent = (above.new ?? above.old)?.parent ?? "";
  }
  return indent;
}

const makers = new Set<Op | undefined>(["create-replacement", "import-replacement"]);

const partsOfReplacements = new Set<Op>([
  "create-replacement",
  "delete-replaced",
  "read-replacement",
  "discard-replaced",
  "import-replacement",
]);

/** Unchanged resources are hidden, unless their protection changes. A replacement is shown as one step. */
function isVisible({ op, old, new: now }: DoneStep): boolean {
  if (op === "same") return old !== undefined && now !== undefined && old.protect !== now.protect;
  return !partsOfReplacements.has(op);
}

function renderDiagnostic({ severity, message }: Diagnostic): string {
  if (severity === "debug") return "";
  const text = severity === "info" ? message : `${severity}: ${message}`;
  return `${text.trimEnd()}\n`;
}
