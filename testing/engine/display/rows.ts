import type { DoneStep, Recorder } from "../recorder";
import type { OperationKind } from "../result";
import { createUrn, isStack, nameOf, stackType, typeOf } from "../state/urn";
import type { Op } from "../steps/step";
import { messagesOf, renderDiagnostics } from "./messages";
import { renderOutputs } from "./outputs";
import { shownSteps } from "./shownSteps";
import { shownDiff, translateDetailedDiff } from "./stepDiff";
import { renderResources } from "./summary";
import { prefixes } from "./symbols";
import { titleOf } from "./titles";

/** An operation as text, as the Pulumi CLI prints it to a log: a row a step, each as it is in the end, without times. */
export function renderRows(operation: OperationKind, stack: string, recorder: Recorder): string {
  const { preview } = recorder;
  const steps = shownSteps(recorder);
  const messages = messagesOf(recorder);
  const faulty = new Set(
    messages.filter(({ severity }) => severity === "error").map(({ urn }) => urn ?? stackUrnOf(recorder)),
  );
  const rows = visibleSteps(steps).map((step, index, visible) => {
    const info = infoOf(informing(step, visible.slice(0, index)));
    const urn = (step.new ?? step.old)?.urn ?? "";
    return renderRow(step, info, { preview, failed: step.error !== undefined || faulty.has(urn) });
  });
  const stackStep = steps.findLast((step) => isStack(step) && step.new);
  // The CLI does not know the stack if another resource was refreshed first.
  const isKnown = steps[0] === undefined || isStack(steps[0]);
  const outputs = stackStep && isKnown ? renderOutputs(stackStep, { indent: 1, preview, refreshed: false }) : "";
  return [
    `${titleOf(operation, preview)} (${stack}):\n`,
    ...rows.map((row) => `${row}\n`),
    ...renderDiagnostics(messages, stackUrnOf(recorder)).map((line) => `${line}\n`),
    outputs === "" ? "" : `Outputs:\n${outputs}\n`,
    renderResources(recorder, faulty.size),
  ].join("");
}

/** The URN of the stack, also if the operation did not reach it. */
function stackUrnOf(recorder: Recorder): string {
  const [first] = recorder.steps;
  const [, , stack = "", , project = ""] = ((first?.new ?? first?.old)?.urn ?? "").split(":");
  return createUrn(stack, project, "", stackType, `${project}-${stack}`);
}

/** An unchanged resource has no row, unless it had one before (a refresh), or its protection changes. */
function visibleSteps(steps: readonly DoneStep[]): DoneStep[] {
  const shown = new Set<string | undefined>();
  return steps.filter((step) => {
    const urn = (step.new ?? step.old)?.urn;
    const isHidden = step.op === "same" && !isStack(step) && step.old?.protect === step.new?.protect;
    if (isHidden && !shown.has(urn)) return false;
    shown.add(urn);
    return true;
  });
}

/** The last row of a replacement has the properties that caused it. */
function informing(step: DoneStep, before: readonly DoneStep[]): DoneStep {
  if (step.op !== "delete-replaced") return step;
  return before.find(({ op, new: now }) => op === "replace" && now?.urn === step.old?.urn) ?? step;
}

function renderRow(step: DoneStep, info: string, how: { preview: boolean; failed: boolean }): string {
  const urn = (step.new ?? step.old)?.urn ?? "";
  const op = step.op === "refresh" ? step.shownOp : step.op;
  const columns = [prefixes[op], displayTypeOf(typeOf(urn)), nameOf(urn), statusOf(step, op, how), info];
  return ` ${columns.join(" ")}`.trimEnd();
}

/** A type without its module where that repeats its name. */
function displayTypeOf(type: string): string {
  const [packageName = "", moduleName = "", name = ""] = type.split(":");
  const [module = "", file, ...rest] = moduleName.split("/");
  const isRepeated = rest.length === 0 && file?.toLowerCase() === name.toLowerCase();
  return isRepeated ? `${packageName}:${module}:${name}` : type;
}

type Words = [preview: string, done: string, failed: string];

const words: Record<Op, Words> = {
  same: ["", "", "failed"],
  create: ["create", "created", "creating failed"],
  update: ["update", "updated", "updating failed"],
  delete: ["delete", "deleted", "deleting failed"],
  replace: ["replace", "replaced", "replacing failed"],
  "create-replacement": ["create replacement", "created replacement", "creating failed"],
  "delete-replaced": ["delete original", "deleted original", "deleting failed"],
  read: ["read", "read", "reading failed"],
  "read-replacement": ["read for replacement", "read for replacement", "reading failed"],
  refresh: ["refresh", "refresh", "refreshing failed"],
  discard: ["discard", "discarded", "discarding failed"],
  "discard-replaced": ["discard original", "discarded original", "discarding failed"],
  "remove-pending-replace": ["", "", ""],
  import: ["import", "imported", "importing failed"],
  "import-replacement": ["import replacement", "imported replacement", "importing failed"],
};

const retaining = new Set<Op>(["delete", "replace", "create-replacement", "delete-replaced"]);

function statusOf(step: DoneStep, op: Op, { preview, failed: hasFailed }: { preview: boolean; failed: boolean }) {
  const [planned, done, failed] = words[op];
  const status = preview ? planned : hasFailed ? `**${failed}**` : done;
  return step.old?.retainOnDelete && retaining.has(op) ? `${status}[retain]` : status;
}

/** The properties that differ, in brackets: added, removed, changed. */
function infoOf(step: DoneStep): string {
  const { old, new: now, diff } = step;
  if (!old || !now) return "";
  const shown =
    step.op === "same"
      ? undefined
      : diff?.detailedDiff
        ? translateDetailedDiff(step, { refreshed: false }).diff
        : shownDiff({ ...step, new: { ...now, hideDiff: [] } }, old.inputs, now.inputs).diff;
  const meta = (["provider", "protect", "taint"] as const).filter((key) => old[key] !== now[key]);
  if (!shown && meta.length === 0) return "";
  const only = diff?.changedKeys ?? [];
  const list = (keys: Iterable<string>, sign: string): string => {
    const listed = [...keys].filter((key) => only.length === 0 || only.includes(key)).sort();
    return listed.length === 0 ? "" : sign + listed.join(",");
  };
  const updated = [...(shown?.updates.keys() ?? []), ...meta];
  return `[diff: ${list(shown?.adds.keys() ?? [], "+")}${list(shown?.deletes.keys() ?? [], "-")}${list(updated, "~")}]`;
}
