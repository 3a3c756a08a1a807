import type { Diagnostic } from "../diagnostics";
import type { DoneStep, Recorder } from "../recorder";
import type { OperationKind } from "../result";
import { nameOf, typeOf } from "../state/urn";
import { renderProperties } from "./properties";
import { renderSummary } from "./summary";
import { symbols } from "./symbols";

const titles: Record<OperationKind, string> = {
  preview: "Previewing update",
  up: "Updating",
  refresh: "Refreshing",
  destroy: "Destroying",
};

/** An operation as text, in the manner of `pulumi preview --diff`. */
export function renderText(operation: OperationKind, stack: string, recorder: Recorder): string {
  const summary = renderSummary(operation, recorder.changes).map((line) => `    ${line}`);
  return [
    `${titles[operation]} (${stack}):`,
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
  const bySubject = new Map<string, string[]>();
  for (const { severity, message, urn } of diagnostics) {
    if (severity === "debug") continue;
    const subject = urn === undefined ? "stack" : `${typeOf(urn)} (${nameOf(urn)})`;
    const lines = bySubject.get(subject) ?? [];
    const prefix = severity === "info" ? "" : `${severity}: `;
    lines.push(...`${prefix}${message.trimEnd()}`.split("\n").map((line) => `    ${line}`));
    bySubject.set(subject, lines);
  }
  if (bySubject.size === 0) return [];
  return ["Diagnostics:", ...[...bySubject].flatMap(([subject, lines]) => [`  ${subject}:`, ...lines])];
}
