import { pulumiVersion } from "../demo/cliDeployer";
import { cliDeployer } from "./cliDeployer";
import { subjects } from "./declaration";
import { unchanging } from "./deployer";
import { engineDeployer } from "./engineDeployer";
import { type Goal, goalsOf } from "./goals";
import { describeMachine, type Machine } from "./machine";
import { type Measured, Measuring } from "./measure";
import { governedGoals } from "./governedGoals";
import type { BenchOptions, Size } from "./options";
import { measureReady, type Ready } from "./ready";
import { type Row, summarize } from "./summary";

/** The results of a bench run. */
export interface Report {
  readonly machine: Machine;
  /** What deployed: the in-process engine or a version of the CLI. */
  readonly engine: string;
  readonly latencyMs: number;
  readonly ready: readonly Ready[];
  readonly rows: readonly Row[];
  readonly goals: readonly Goal[];
}

/**
 * Measures every subject at every size, the subjects in turn, so that all have the same load on the machine.
 * @param tell receives a line for each measurement
 * @throws Error when `cli` is asked for and `pulumi` is not on PATH, or an operation did not do what it should.
 */
export async function runBench(options: BenchOptions, tell: (line: string) => void): Promise<Report> {
  const version = options.cli ? await pulumiVersion() : undefined;
  if (options.cli && version === undefined) throw new Error("`pulumi` is not on PATH.");
  const machine = describeMachine();
  const ready = await measureReady();
  const runs: Measured[] = [];
  for (let round = 0; round < options.rounds; round++)
    for (const size of options.sizes) runs.push(...(await measureSize(size, options, tell)));
  const rows = summarize(runs);
  return {
    machine,
    engine: version === undefined ? "testing/engine" : `pulumi ${version}`,
    latencyMs: options.latencyMs,
    ready,
    rows,
    goals: options.governed ? governedGoals(rows, options.sizes) : goalsOf(rows, ready, options.latencyMs),
  };
}

async function measureSize(
  size: Size,
  { latencyMs, operations, repeats, cli }: BenchOptions,
  tell: (line: string) => void,
): Promise<Measured[]> {
  const deploy = cli ? cliDeployer : engineDeployer;
  const runs: Measured[] = [];
  const stacks: Measuring[] = [];
  try {
    for (const subject of subjects) stacks.push(await Measuring.start(subject, size, latencyMs, deploy));
    for (const operation of operations) {
      const times = unchanging.has(operation) ? repeats : 1;
      for (let time = 0; time < times; time++) {
        for (const stack of stacks) {
          const run = await stack.measure(operation);
          runs.push(run);
          tell(`${size.count} ${operation}, ${stack.subject}: ${(run.wallMs / 1_000).toFixed(1)} s`);
        }
      }
    }
  } finally {
    for (const stack of stacks) await stack.close();
  }
  return runs;
}
