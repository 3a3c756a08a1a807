import { parseArgs } from "node:util";

import { type Operation, operations } from "./deployer";
import { governedResources, type GovernedSize, standardSize } from "./program/governed";

/** What the program of a run has. */
export interface Size {
  /** Number of resources. */
  readonly count: number;
  /** They are those of a governed tenant. */
  readonly governed?: GovernedSize;
}

/** What a run of the bench measures. */
export interface BenchOptions {
  readonly sizes: readonly Size[];
  /** Whether a governed tenant is measured instead of a mixture of kinds. */
  readonly governed: boolean;
  /** What is measured, in this order; all begin with a first up. */
  readonly operations: readonly Operation[];
  /** How often everything is done, from the first up to the destroy. */
  readonly rounds: number;
  /** How often an operation that changes nothing is repeated in a round. */
  readonly repeats: number;
  /** The delay of every request to the tenant. */
  readonly latencyMs: number;
  /** Deploy with the `pulumi` command instead of the in-process engine. */
  readonly cli: boolean;
  /** Where the figures are written as JSON. */
  readonly json: string;
}

const full = { counts: [1, 100, 1_000, 5_000], governed: standardSize, rounds: 1, repeats: 3 };
/** Under five minutes. */
const quick = { counts: [1, 100], governed: { groups: 3, environments: 12 }, rounds: 1, repeats: 1 };

/**
 * Reads the arguments behind `npm run bench --`.
 * @throws Error for an unknown argument, or a value that is no number.
 */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: "boolean", default: false },
      cli: { type: "boolean", default: false },
      governed: { type: "boolean", default: false },
      counts: { type: "string" },
      operations: { type: "string", default: operations.join() },
      rounds: { type: "string" },
      repeats: { type: "string" },
      latency: { type: "string", default: "20" },
      json: { type: "string", default: "bench/results.json" },
    },
  });
  const plan = values.quick ? quick : full;
  const counts = values.counts === undefined ? plan.counts : values.counts.split(",").map(positive);
  const { governed } = plan;
  return {
    sizes: values.governed ? [{ count: governedResources(governed), governed }] : counts.map((count) => ({ count })),
    operations: ["first up", ...values.operations.split(",").map(operation)].filter(
      (each, index, all): each is Operation => all.indexOf(each) === index && !(values.governed && each === "change"),
    ),
    governed: values.governed,
    rounds: values.rounds === undefined ? plan.rounds : positive(values.rounds),
    repeats: values.repeats === undefined ? plan.repeats : positive(values.repeats),
    latencyMs: natural(values.latency),
    cli: values.cli,
    json: values.json,
  };
}

function operation(text: string): Operation {
  const found = operations.find((each) => each === text);
  if (found === undefined) throw new Error(`"${text}" is none of ${operations.join(", ")}.`);
  return found;
}

function positive(text: string): number {
  const number = natural(text);
  if (number === 0) throw new Error(`"${text}" has to be more than 0.`);
  return number;
}

function natural(text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`"${text}" is no whole number.`);
  return Number(text);
}
