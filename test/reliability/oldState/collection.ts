import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import type { Deployment, Seed } from "pulumi-power-platform-testing";

const folder = join(__dirname, "../../../../test/reliability/oldState");

/** The project that declares the resources of one form of our classes; which resources says RECORDED_PROGRAM. */
export const projectOf = (form: Form): string => join(folder, "program", form);

/** Which of our classes a program uses. */
export type Form = "dynamic" | "plugin";

/** How a state came about. */
export interface Shape {
  readonly name: string;
  /** The form of the program that wrote the state last. */
  readonly form: Form;
  /** The form of an up before that one. */
  readonly movedFrom?: Form;
  /** The billing policy could not be read after it was made: the state has its id, and why. */
  readonly isUnfinished?: boolean;
}

export const shapes: readonly Shape[] = [
  { name: "dynamic", form: "dynamic" },
  { name: "plugin", form: "plugin" },
  { name: "moved", form: "plugin", movedFrom: "dynamic" },
  { name: "dynamicUnfinished", form: "dynamic", isUnfinished: true },
  { name: "pluginUnfinished", form: "plugin", isUnfinished: true },
];

/** What wrote a state: the in-process engine, or the Pulumi CLI. */
export const writers = ["engine", "cli"] as const;
export type Writer = (typeof writers)[number];

/** The states of one release. */
export class Release {
  constructor(readonly version: string) {}

  get folder(): string {
    return join(folder, "states", this.version);
  }

  /** The program as it was at the release. */
  get program(): string {
    return join(this.folder, "program.js");
  }

  /** What the tenant holds when a program has been deployed. */
  get tenantFile(): string {
    return join(this.folder, "tenant.json");
  }

  stateFile(shape: Shape, writer: Writer): string {
    return join(this.folder, `${shape.name}.${writer}.json`);
  }

  get tenant(): Seed {
    return JSON.parse(readFileSync(this.tenantFile, "utf8")) as Seed;
  }

  has(shape: Shape): boolean {
    return writers.every((writer) => existsSync(this.stateFile(shape, writer)));
  }

  state(shape: Shape, writer: Writer): Deployment {
    return JSON.parse(readFileSync(this.stateFile(shape, writer), "utf8")) as Deployment;
  }
}

/** Every release that has states, oldest first. */
export const releases = (): readonly Release[] =>
  readdirSync(join(folder, "states"))
    .sort((a, b) => a.localeCompare(b, "en", { numeric: true }))
    .map((version) => new Release(version));
