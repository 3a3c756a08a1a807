import type { Subject } from "./declaration";
import type { Operation } from "./deployer";
import type { Ready } from "./ready";
import type { Row } from "./summary";

/** A goal, and whether it holds. */
export interface Goal {
  readonly goal: string;
  readonly limit: number;
  readonly measured: number;
  readonly holds: boolean;
}

/** Requests that the provider has in flight at a time, `maxConcurrency`. */
const parallelism = 8;
/** The number of resources at which wall times are compared. With fewer, the start-up cost dominates. */
const standard = 1_000;
const megabyte = 1_000_000;

/** Compares the figures with the goals. Goals without figures are left out. */
export function goalsOf(rows: readonly Row[], ready: readonly Ready[], latencyMs: number): Goal[] {
  const find = (subject: Subject, operation: Operation, count: number): Row | undefined =>
    rows.find((row) => row.subject === subject && row.operation === operation && row.count === count);
  const counts = [...new Set(rows.map(({ count }) => count))].sort((a, b) => a - b);
  const largest = counts.at(-1) ?? 0;
  const goals: Goal[] = [];
  const atMost = (goal: string, measured: number, limit: number): void => {
    if (!Number.isFinite(measured) || !Number.isFinite(limit)) return;
    goals.push({ goal, limit, measured, holds: measured <= limit });
  };

  for (const subject of ["dynamic", "plugin"] as const) {
    // The first sizes at which every collection is asked for.
    const mixed = counts.filter((count) => count >= 10);
    const requests = mixed.map((count) => find(subject, "preview", count)?.requests ?? NaN);
    atMost(
      `${subject}: requests of an unchanged preview, at ${mixed.join(", ")}`,
      Math.max(...requests),
      Math.min(...requests),
    );
    atMost(
      `${subject}: wall time of an unchanged preview of ${standard}, by the floor`,
      find(subject, "preview", standard)?.wallRatio ?? NaN,
      0.8,
    );
    if (subject === "plugin") {
      // The engine calls a plugin more often than a dynamic provider. That cost is Pulumi's.
      const beside = find("plugin floor", "preview", standard)?.wallMs ?? NaN;
      atMost(
        `plugin: wall time of an unchanged preview of ${standard}, by a plugin that does nothing`,
        (find(subject, "preview", standard)?.wallMs ?? NaN) / beside,
        1.1,
      );
    }
    const up = find(subject, "first up", standard);
    const floor = find("floor", "first up", standard);
    const boundMs = ((up?.writes ?? NaN) * latencyMs) / parallelism;
    atMost(
      `${subject}: wall time of a first up of ${standard}, ms`,
      up?.wallMs ?? NaN,
      1.25 * boundMs + (floor?.wallMs ?? NaN),
    );
    atMost(
      `${subject}: requests of a first up of ${largest}, by resource`,
      (find(subject, "first up", mixed.at(-1) ?? 0)?.requests ?? NaN) / largest,
      2,
    );
    for (const operation of ["first up", "preview"] as const)
      atMost(
        `${subject}: growth of the provider's processor time in ${operation}`,
        growth(counts.map((count) => [count, find(subject, operation, count)?.providerCpuMs ?? NaN])),
        1.25,
      );
  }
  const peakOf = (subject: Subject): number =>
    Math.max(
      ...rows
        .filter((row) => row.subject === subject && row.count === largest)
        .map(({ providerPeakBytes = NaN }) => providerPeakBytes / megabyte),
    );
  atMost(`plugin: memory of the provider at ${largest}, MB`, peakOf("plugin"), 150);
  atMost(
    `dynamic: memory of the provider at ${largest} beyond the floor's, MB`,
    peakOf("dynamic") - peakOf("floor"),
    50,
  );
  for (const { what, ms } of ready) atMost(`${what}, ms`, ms, 500);
  return goals;
}

/** The cost of one more resource at the last size, divided by the cost at the size before. 1 is linear. */
export function growth(costs: readonly (readonly [count: number, cost: number])[]): number {
  const [a, b, c] = costs.slice(-3);
  if (a === undefined || b === undefined || c === undefined) return NaN;
  return (c[1] - b[1]) / (c[0] - b[0]) / ((b[1] - a[1]) / (b[0] - a[0]));
}

/** One line that says whether every goal holds. */
export function verdict(goals: readonly Goal[]): string {
  const missed = goals.filter(({ holds }) => !holds).map(({ goal }) => goal);
  const held = `${goals.length - missed.length} of ${goals.length} goals hold`;
  return `verdict: ${held}${missed.length === 0 ? "" : `; not: ${missed.join("; ")}`}`;
}
