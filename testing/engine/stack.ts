import { deploy, type DeploymentOptions } from "./deployment";
import { renderText } from "./display/text";
import { DirectoryProgram } from "./program/directoryProgram";
import { InlineProgram } from "./program/inlineProgram";
import type { Program } from "./program/program";
import { readProject, type Project } from "./program/project";
import { StackConfig } from "./program/stackConfig";
import { isSecret, revealAll } from "./properties/secrets";
import { failureMessage } from "./failureMessage";
import { toRecord } from "./recorder";
import { DeploymentError, type OperationKind, type OperationResult } from "./result";
import { fromDeployment, toDeployment, type Deployment } from "./state/deployment";
import type { ResourceState } from "./state/resourceState";
import { readStateFile, writeStateFile } from "./state/stateFile";
import { stackType } from "./state/urn";

/** What a stack is made of. */
export interface StackOptions {
  /** A directory with a Pulumi.yaml, or a function that makes resources and may return outputs. */
  program: string | (() => unknown);
  /** @default the name in Pulumi.yaml; "project" for a function */
  project?: string;
  /** @default "test" */
  stack?: string;
  /** Configuration; a key without namespace is the project's. Wins over the defaults in Pulumi.yaml. */
  config?: Record<string, string>;
  /** Configuration that is secret. */
  secrets?: Record<string, string>;
  /** Environment of the program and its providers, on top of this process's own. A function sees this process's only. */
  env?: Record<string, string>;
  /** For a function: the directory its dynamic providers run in and load their code from. @default the current one */
  workDir?: string;
  /** How many steps go on at the same time. @default 16 */
  parallel?: number;
  /** Keeps the state in a file, and takes it from there if the file exists. */
  statePath?: string;
}

/** Options of every operation. */
export interface OperationOptions {
  /** Aborting it cancels the operation: no new steps, providers are told, steps under way are waited for. */
  signal?: AbortSignal;
}

/** Options of a preview, an update or a destroy. */
export interface UpdateOptions extends OperationOptions {
  /** Refresh first. @default what `options: refresh` in Pulumi.yaml says */
  refresh?: boolean;
  /** URNs of resources to be replaced though nothing else would. */
  replace?: readonly string[];
}

/** A stack of a Pulumi program, deployed in tests without the Pulumi CLI. */
export class Stack {
  private state: Deployment;

  private constructor(
    /** Name of the project. */
    readonly project: string,
    /** Name of the stack. */
    readonly name: string,
    private readonly program: Program,
    private readonly config: StackConfig,
    private readonly refreshAlways: boolean,
    private readonly options: StackOptions,
  ) {
    const kept = options.statePath === undefined ? undefined : readStateFile(options.statePath);
    this.state = kept ?? toDeployment([], new Date());
  }

  /** Makes a stack; nothing is run yet. */
  static create(options: StackOptions): Promise<Stack> {
    return Promise.resolve().then(() => {
      const { program, config = {}, secrets = {}, workDir = process.cwd() } = options;
      const file: Project | undefined = typeof program === "string" ? readProject(program) : undefined;
      const project = options.project ?? file?.name ?? "project";
      return new Stack(
        project,
        options.stack ?? "test",
        file ? new DirectoryProgram(file) : new InlineProgram(program as () => unknown, workDir),
        StackConfig.create(project, file?.config ?? new Map(), config, secrets),
        file?.refreshAlways ?? false,
        options,
      );
    });
  }

  /** What an update would do. */
  preview(options: UpdateOptions = {}): Promise<OperationResult> {
    return this.run("preview", options);
  }

  /** Brings the stack to what the program asks for. */
  up(options: UpdateOptions = {}): Promise<OperationResult> {
    return this.run("up", options);
  }

  /** Brings the state to what the providers find. */
  refresh(options: OperationOptions = {}): Promise<OperationResult> {
    return this.run("refresh", options);
  }

  /** Deletes everything in the stack. */
  destroy(options: Omit<UpdateOptions, "replace"> = {}): Promise<OperationResult> {
    return this.run("destroy", options);
  }

  /** The state, as `pulumi stack export --show-secrets` gives it and `pulumi stack import` takes it. */
  exportState(): Deployment {
    return structuredClone(this.state);
  }

  /**
   * Takes a state, of {@link exportState} or `pulumi stack export --show-secrets`.
   * @throws Error if its secrets are encrypted
   */
  importState(deployment: Deployment): void {
    fromDeployment(deployment);
    this.keep(structuredClone(deployment));
  }

  /** The resources in the state, secrets opened. */
  get resources(): ResourceState[] {
    return fromDeployment(this.state).map((state) => ({
      ...state,
      inputs: revealAll(state.inputs),
      outputs: revealAll(state.outputs),
    }));
  }

  private async run(kind: OperationKind, options: UpdateOptions): Promise<OperationResult> {
    const { env = {}, parallel = 16 } = this.options;
    const deployment: DeploymentOptions = {
      kind,
      project: this.project,
      stack: this.name,
      program: this.program,
      config: this.config,
      env,
      parallel,
      refresh: options.refresh ?? this.refreshAlways,
      replace: options.replace ?? [],
      signal: options.signal,
      base: fromDeployment(this.state),
    };
    const { recorder, resources, error } = await deploy(deployment);
    if (kind !== "preview") this.keep(toDeployment(resources, new Date(), this.state));
    const stack = resources.find((state) => state.type === stackType);
    const outputs = stack?.outputs ?? {};
    const result: OperationResult = {
      operation: kind,
      changes: recorder.changes,
      steps: recorder.steps.map(toRecord),
      diagnostics: recorder.diagnostics,
      outputs: revealAll(outputs),
      secretOutputs: Object.keys(outputs).filter((name) => isSecret(outputs[name])),
      text: renderText(kind, this.name, recorder),
    };
    if (error) throw new DeploymentError(failureMessage(kind, error, recorder.diagnostics), result);
    return result;
  }

  private keep(state: Deployment): void {
    this.state = state;
    if (this.options.statePath !== undefined) writeStateFile(this.options.statePath, state);
  }
}
