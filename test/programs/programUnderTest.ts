import { join } from "node:path";

import type { CustomResourceOptions } from "@pulumi/pulumi";

import type { Kind } from "../../provider/resources";
import {
  DeploymentError,
  type Emulator,
  type OperationResult,
  Stack,
  type StackOptions,
  type UpdateOptions,
} from "pulumi-power-platform-testing";
import { fakeClock } from "../fakeClock";
import { InProcessHost } from "../inProcess/inProcessHost";
import { freshPulumiHome } from "../pulumiHome";
import type { Properties } from "../scenarios/driver";
import type { Form } from "./forms";

const root = join(__dirname, "../../..");

/** In provider processes time passes a hundred times faster, so that no test waits. */
export const fastProvider = {
  NODE_OPTIONS: `--require ${join(__dirname, "../scenarios/fastClock.js")}`,
};

/** What an operation did, and what it asked of the tenant. */
export interface Ran extends OperationResult {
  readonly requests: Emulator["requests"];
  readonly writes: Emulator["writes"];
  /** What was shown to the user as a warning. */
  readonly warnings: readonly string[];
}

/** The same of an operation that failed. */
export type Failed = Ran & { readonly message: string };

type Program = () => unknown;

/** Options of a program under test. */
export interface ProgramOptions extends Omit<StackOptions, "program" | "hostOf"> {
  /** Whether each provider is a process, as with the Pulumi CLI. @default false: they are served in this one */
  readonly hasProcesses?: boolean;
}

/** A stack whose program is a function that can be exchanged, against an emulated tenant. */
export class ProgramUnderTest {
  private main: Program = () => undefined;
  private readonly made: Promise<Stack>;

  constructor(
    readonly emulator: Emulator,
    form: Form,
    { hasProcesses = false, ...options }: ProgramOptions = {},
  ) {
    const env = { PULUMI_HOME: freshPulumiHome(), ...emulator.env(), ...options.env };
    this.made = Stack.create({
      workDir: root,
      ...form.stack,
      ...options,
      ...(hasProcesses
        ? { env: { ...fastProvider, ...env } }
        : { hostOf: (address) => new InProcessHost({ env, clock: fakeClock(Date.now()) }, address) }),
      program: () => this.main(),
    });
  }

  preview(program = this.main, options: UpdateOptions = {}): Promise<Ran> {
    return this.ran(program, (stack) => stack.preview(options));
  }

  up(program = this.main, options: UpdateOptions = {}): Promise<Ran> {
    return this.ran(program, (stack) => stack.up(options));
  }

  refresh(): Promise<Ran> {
    return this.ran(this.main, (stack) => stack.refresh());
  }

  destroy(options: UpdateOptions = {}): Promise<Ran> {
    return this.ran(this.main, (stack) => stack.destroy(options));
  }

  import(requests: Parameters<Stack["import"]>[0]): Promise<Ran> {
    return this.ran(this.main, (stack) => stack.import(requests));
  }

  /** An operation that has to fail: its error, and what it did until then. */
  async failed(operation: Promise<Ran>): Promise<Failed> {
    try {
      await operation;
    } catch (error) {
      if (!(error instanceof DeploymentError)) throw error;
      return { ...this.withRequests(error.result), message: error.message };
    }
    throw new Error("the operation did not fail");
  }

  /** The state as `pulumi stack export --show-secrets` gives it, without the stack itself and its providers. */
  async recorded() {
    const { deployment } = (await this.made).exportState();
    return (deployment.resources ?? []).filter(({ type }) => !type.startsWith("pulumi:"));
  }

  stack(): Promise<Stack> {
    return this.made;
  }

  private async ran(program: Program, run: (stack: Stack) => Promise<OperationResult>): Promise<Ran> {
    this.main = program;
    this.emulator.clearRequests();
    return this.withRequests(await run(await this.made));
  }

  private withRequests(result: OperationResult): Ran {
    const { requests, writes } = this.emulator;
    const warnings = result.diagnostics.filter(({ severity }) => severity === "warning").map(({ message }) => message);
    return { ...result, requests, writes, warnings };
  }
}

/** Makes a resource of a kind that only the test's table knows. */
export const declare = (
  { sdk }: Form,
  kind: Kind,
  name: string,
  args: Properties,
  options?: CustomResourceOptions,
): unknown => new sdk[kind](name, args as never, options);

/** Reads a resource of a kind that only the test's table knows. */
export const get = ({ sdk }: Form, kind: Kind, name: string, id: string): unknown => sdk[kind].get(name, id);
