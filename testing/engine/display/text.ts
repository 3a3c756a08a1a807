import type { Diagnostic } from "../diagnostics";
import type { DoneStep, Recorder } from "../recorder";
import type { OperationKind } from "../result";
import { nameOf, typeOf } from "../state/urn";
import { groupMessages } from "./messages";
import { renderProperties } from "./properties";
import { renderSummary } from "./summary";
import { symbols } from "./symbols";
import { titleOf } from "./titles";

/** An operation as text, in the manner of `pulumi preview --diff`. */
export function renderText(operation: OperationKind, stack: string, recorder: Recorder): string {
  const summary = renderSummary(recorder).map((line) => `    ${line}`);
  return [
    `${titleOf(operation, recorder.preview)} (${stack}):`,
    ...recorder.steps.flatMap(renderStep),
    ...renderDiagnostics(recorder.diagnostics),
    "Resources:",
    ...summary,
    "",
  ].join("\n");
}

function renderStep(step: DoneStep): string[] {
  const urn = step.new?.urn ?? step.old?.urn ?? "";
  const failed = step.error === undefined ? "" : " **failed**";
  const row = `${symbols[step.op]} ${typeOf(urn)} ${nameOf(urn)} ${outcomeOf(step)}${failed}`;
  return [row, ...renderProperties(step).map((line) => `      ${line}`)];
}

function outcomeOf(step: DoneStep): string {
  return step.op === "refresh" && !step.new ? "refresh (gone)" : step.op;
}

function renderDiagnostics(diagnostics: readonly Diagnostic[]): string[] {
  const groups = groupMessages(diagnostics);
  if (groups.length === 0) return [];
  const sections = groups.map(({ urn, lines }) => [
    urn === "" ? "  stack:" : `  ${typeOf(urn)} (${nameOf(urn)}):`,
    ...lines.map((line) => `    ${line}`),
  ]);
  return ["Diagnostics:", ...sections.flat()];
}
