import type { GovernedSize } from "./program/governed";

/** What the program of the bench declares; it reads this as JSON from the file that `BENCH_DECLARATION` names. */
export interface Declaration {
  readonly subject: Subject;
  /** How many resources. */
  readonly count: number;
  /** They are those of a governed tenant, which come to `count`. @default a mixture of kinds without dependencies */
  readonly governed?: GovernedSize | undefined;
  /** Counts up the description of the first one. */
  readonly edition: number;
  /** Names of the properties that each kind declares, inputs and outputs. A class must declare its outputs. */
  readonly properties: Readonly<Record<string, readonly string[]>>;
  /** Scopes of the role assignments. */
  readonly scopes: readonly string[];
}

/** What is deployed: a dynamic provider and a plugin that do nothing, and ours in the same two forms. */
export const subjects = ["floor", "plugin floor", "dynamic", "plugin"] as const;
export type Subject = (typeof subjects)[number];
