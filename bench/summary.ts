import type { Subject } from "./declaration";
import type { Operation } from "./deployer";
import type { Measured } from "./measure";

/** The runs of one operation of one subject at one size, as medians; ratios are of runs side by side with the floor's. */
export interface Row {
  readonly count: number;
  readonly operation: Operation;
  readonly subject: Subject;
  readonly wallMs: number;
  readonly wallRatio: number;
  readonly cpuMs: number;
  readonly cpuRatio: number;
  readonly providerCpuMs?: number;
  /** The most of all runs. */
  readonly providerPeakBytes?: number;
  readonly tenantCpuMs: number;
  /** Of the last run: how many, and by method and route. */
  readonly requests: number;
  readonly writes: number;
  readonly routes: Readonly<Record<string, number>>;
  readonly stateBytesPerResource: number;
}

/** One row for each size, operation and subject, in the order of the runs. */
export function summarize(runs: readonly Measured[]): Row[] {
  const groups = new Map<string, Measured[]>();
  for (const run of runs) {
    const key = keyOf(run, run.subject);
    groups.set(key, [...(groups.get(key) ?? []), run]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [rowOf(first, group, groups.get(keyOf(first, "floor")) ?? [])];
  });
}

const keyOf = ({ count, operation }: Measured, subject: Subject): string => `${count} ${operation} ${subject}`;

function rowOf(last: Measured, runs: readonly Measured[], floor: readonly Measured[]): Row {
  const { count, operation, subject, requests: routes, stateBytesPerResource } = runs.at(-1) ?? last;
  const counts = Object.entries(routes);
  const providers = runs.flatMap(({ provider }) => (provider === undefined ? [] : [provider]));
  return {
    count,
    operation,
    subject,
    wallMs: median(runs.map(({ wallMs }) => wallMs)),
    wallRatio: medianRatio(runs, floor, "wallMs"),
    cpuMs: median(runs.map(({ cpuMs }) => cpuMs)),
    cpuRatio: medianRatio(runs, floor, "cpuMs"),
    ...(providers.length === 0
      ? {}
      : {
          providerCpuMs: median(providers.map(({ cpuMs }) => cpuMs)),
          providerPeakBytes: Math.max(...providers.map(({ peakBytes }) => peakBytes)),
        }),
    tenantCpuMs: median(runs.map(({ tenantCpuMs }) => tenantCpuMs)),
    requests: sum(counts),
    writes: sum(counts.filter(([route]) => !route.startsWith("GET "))),
    routes,
    stateBytesPerResource,
  };
}

const sum = (counts: readonly (readonly [string, number])[]): number =>
  counts.reduce((total, [, count]) => total + count, 0);

/** The ratio of each run to the floor's run beside it, so other work on the machine affects both. */
function medianRatio(runs: readonly Measured[], floor: readonly Measured[], name: "wallMs" | "cpuMs"): number {
  return median(
    runs.flatMap((run, index) => {
      const beside = floor[index];
      return beside === undefined ? [] : [run[name] / beside[name]];
    }),
  );
}

/** NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}
