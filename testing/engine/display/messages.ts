import type { Diagnostic } from "../diagnostics";
import type { Recorder } from "../recorder";
import { nameOf, typeOf } from "../state/urn";

/** The messages about one subject, as lines. */
export interface Messages {
  /** "" for the stack. */
  urn: string;
  lines: string[];
}

/** The messages by resource, without debug messages. Messages of one stream are one text. */
export function groupMessages(diagnostics: readonly Diagnostic[]): Messages[] {
  const subjects = new Map<string, Map<number, string[]>>();
  for (const { severity, message, urn = "", streamId = 0 } of diagnostics) {
    if (severity === "debug") continue;
    const streams = subjects.get(urn) ?? new Map<number, string[]>();
    subjects.set(urn, streams);
    const texts = streams.get(streamId) ?? [];
    streams.set(streamId, texts);
    const isContinued = streamId !== 0 && texts.length > 0;
    const text = severity === "info" || isContinued ? message : `${severity}: ${message}`;
    if (isContinued) texts[0] = `${texts[0] ?? ""}${text}`;
    else texts.push(text);
  }
  return [...subjects].map(([urn, streams]) => ({
    urn,
    lines: [...streams.values()].flat().flatMap((text) => text.trimEnd().split("\n")),
  }));
}

/** The messages of an operation as the Pulumi CLI prints them. After a failed step, the last message says so. */
export function messagesOf(recorder: Recorder): Diagnostic[] {
  const hasFailed = recorder.steps.some(({ error }) => error !== undefined);
  if (!hasFailed) return recorder.diagnostics;
  const message = `${recorder.preview ? "preview" : "update"} failed`;
  return [...recorder.diagnostics, { severity: "error", message }];
}

/** The section of messages, as the Pulumi CLI prints it. */
export function renderDiagnostics(diagnostics: readonly Diagnostic[], stackUrn: string): string[] {
  const groups = groupMessages(diagnostics);
  if (groups.length === 0) return [];
  const sections = groups.map(({ urn, lines }) => {
    const about = urn || stackUrn;
    return [`  ${typeOf(about)} (${nameOf(about)}):`, ...lines.map((line) => `    ${line}`.trimEnd()), ""];
  });
  return ["Diagnostics:", ...sections.flat()];
}
