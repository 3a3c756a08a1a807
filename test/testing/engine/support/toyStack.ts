import { DeploymentError, Stack, type OperationResult, type StackOptions } from "../../../../testing/engine";
import { packageRoot, pluginPath, programPath } from "./packageRoot";
import { ToyHost } from "./toyHost";
import { ToyService } from "./toyService";

/** How long an operation may take where the machine is busy: starting a provider alone takes a second. */
export const patience = 120_000;

/** Options of a stack of toys. */
export interface ToyOptions extends Omit<StackOptions, "program" | "hostOf"> {
  /** Whether each provider is a process, as with the Pulumi CLI. @default false: they are served in this one */
  readonly hasProcesses?: boolean;
}

/** A stack whose program can be exchanged between operations. */
export class ToyStack {
  readonly stack: Promise<Stack>;

  private constructor(
    program: string | undefined,
    private main: () => unknown,
    { hasProcesses = false, ...options }: ToyOptions,
    readonly service = new ToyService(),
  ) {
    this.stack = Stack.create({
      workDir: packageRoot(),
      ...options,
      ...(hasProcesses ? {} : { hostOf: (address) => new ToyHost(this.service.path, address) }),
      env: { ...options.env, TOY_SERVICE: this.service.path },
      program: program ?? (() => this.main()),
    });
  }

  /** A stack of an inline program. */
  static inline(main: () => unknown, options: ToyOptions = {}): ToyStack {
    return new ToyStack(undefined, main, options);
  }

  /** A stack of an inline program with notes of a plugin. */
  static native(main: () => unknown, options: ToyOptions = {}): ToyStack {
    return ToyStack.inline(main, { plugins: [{ name: "toy", path: pluginPath("toy") }], ...options });
  }

  /** A stack of a fixture program. */
  static directory(name: string, options: ToyOptions = {}): ToyStack {
    return new ToyStack(programPath(name), () => undefined, { hasProcesses: true, ...options });
  }

  async preview(...options: Parameters<Stack["preview"]>) {
    return (await this.stack).preview(...options);
  }

  async up(...options: Parameters<Stack["up"]>) {
    return (await this.stack).up(...options);
  }

  /** An update to another program. */
  async upTo(main: () => unknown, ...options: Parameters<Stack["up"]>) {
    this.main = main;
    return this.up(...options);
  }

  /** A preview of another program. */
  async previewOf(main: () => unknown, ...options: Parameters<Stack["preview"]>) {
    this.main = main;
    return this.preview(...options);
  }

  async refresh(...options: Parameters<Stack["refresh"]>) {
    return (await this.stack).refresh(...options);
  }

  async destroy(...options: Parameters<Stack["destroy"]>) {
    return (await this.stack).destroy(...options);
  }

  async import(...options: Parameters<Stack["import"]>) {
    return (await this.stack).import(...options);
  }

  /** The same stack with other options: another configuration, another environment. */
  async reopened(main: () => unknown, options: ToyOptions): Promise<ToyStack> {
    const plugins = [{ name: "toy", path: pluginPath("toy") }];
    const other = new ToyStack(undefined, main, { plugins, ...options }, this.service);
    (await other.stack).importState((await this.stack).exportState());
    return other;
  }

  /** What the state records of the resource of this name. */
  async recorded(name: string) {
    const { resources } = await this.stack;
    return resources.find(({ urn, delete: isOld }) => urn.endsWith(`::${name}`) && !isOld);
  }

  /** What an exported state says of the resource of this name. */
  async exported(name: string) {
    const { deployment } = (await this.stack).exportState();
    return deployment.resources?.find(({ urn }) => urn.endsWith(`::${name}`));
  }
}

/** Ops and names of the steps, the stack's own left out. */
export function stepsOf(result: OperationResult): string[] {
  return result.steps.filter(({ type }) => type !== "pulumi:pulumi:Stack").map(({ op, name }) => `${op} ${name}`);
}

/** The error of an operation that has to fail. */
export async function failure(operation: Promise<unknown>): Promise<DeploymentError> {
  try {
    await operation;
  } catch (error) {
    if (error instanceof DeploymentError) return error;
    throw error;
  }
  throw new Error("The operation did not fail.");
}
