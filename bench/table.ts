import type { Goal } from "./goals";
import type { Row } from "./summary";

const columns: readonly (readonly [title: string, text: (row: Row) => string])[] = [
  ["N", ({ count }) => String(count)],
  ["operation", ({ operation }) => operation],
  ["subject", ({ subject }) => subject],
  ["wall s", ({ wallMs }) => seconds(wallMs)],
  ["x floor", ({ wallRatio }) => wallRatio.toFixed(2)],
  ["cpu s", ({ cpuMs }) => seconds(cpuMs)],
  ["x floor", ({ cpuRatio }) => cpuRatio.toFixed(2)],
  ["provider cpu s", ({ providerCpuMs }) => (providerCpuMs === undefined ? "" : seconds(providerCpuMs))],
  [
    "provider MB",
    ({ providerPeakBytes }) =>
      providerPeakBytes === undefined ? "" : String(Math.round(providerPeakBytes / 1_000_000)),
  ],
  ["tenant cpu s", ({ tenantCpuMs }) => seconds(tenantCpuMs)],
  ["requests", ({ requests }) => String(requests)],
  ["writes", ({ writes }) => String(writes)],
  ["state B", ({ stateBytesPerResource }) => String(Math.round(stateBytesPerResource))],
];

const seconds = (ms: number): string => (ms / 1_000).toFixed(1);

/** The rows as a Markdown table. */
export const tableOf = (rows: readonly Row[]): string =>
  markdown(
    columns.map(([title]) => title),
    rows.map((row) => columns.map(([, text]) => text(row))),
  );

/** The goals as a Markdown table. */
export const goalTable = (goals: readonly Goal[]): string =>
  markdown(
    ["goal", "at most", "measured", "holds"],
    goals.map(({ goal, limit, measured, holds }) => [goal, short(limit), short(measured), holds ? "yes" : "NO"]),
  );

const short = (value: number): string => String(Math.round(value * 100) / 100);

function markdown(titles: readonly string[], lines: readonly (readonly string[])[]): string {
  const widths = titles.map((title, index) =>
    Math.max(title.length, 3, ...lines.map((line) => line[index]?.length ?? 0)),
  );
  const row = (cells: readonly string[]): string =>
    `| ${cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(" | ")} |`;
  return [row(titles), row(widths.map((width) => "-".repeat(width))), ...lines.map(row)].join("\n");
}
