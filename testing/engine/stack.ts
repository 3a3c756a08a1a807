import { deploy } from "./deployment";
import type { DeploymentOptions } from "./deploymentOptions";
import type { Diagnostic } from "./diagnostics";
import type { ImportRequest } from "./importer";
import { DirectoryProgram } from "./program/directoryProgram";
import { InlineProgram } from "./program/inlineProgram";
import type { Program } from "./program/program";
import { readProject, type Project } from "./program/project";
import { locatePlugin, type PluginFolder } from "./providers/pluginFolder";
import { StackConfig } from "./program/stackConfig";
import { revealAll } from "./properties/secrets";
import { failureMessage } from "./failureMessage";
import { toResult } from "./operationResult";
import { DeploymentError, type OperationKind, type OperationResult } from "./result";
import { fromDeployment, toDeployment, type Deployment } from "./state/deployment";
import type { ResourceState } from "./state/resourceState";
import { readStateFile, writeStateFile } from "./state/stateFile";

/** The options of a stack. */
export interface StackOptions {
  /** A directory with a Pulumi.yaml, or a function that creates resources and may return outputs. */
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
  /** Plugins by the package they provide, each in a folder; win over those in Pulumi.yaml. A path is relative to `workDir`. */
  plugins?: readonly { name: string; path: string }[];
  /** How many steps go on at the same time. @default 16 */
  parallel?: number;
  /** Keeps the state in a file, which is written after each step. The file is read if it exists. */
  statePath?: string;
  /**
   * Where the providers of an operation come from, given the address of the engine once it listens.
   * @default processes, as with the Pulumi CLI
   * @internal
   */
  hostOf?: DeploymentOptions["hostOf"];
}

/** Options of every operation. */
export interface OperationOptions {
  /** Aborting it cancels the operation: no new steps start, providers are notified, steps under way are finished. */
  signal?: AbortSignal;
  /** Receives every message at once, also progress messages. */
  onMessage?: (diagnostic: Diagnostic) => void;
  /** Fails if anything changes or would change, as `--expect-no-changes` of the Pulumi CLI does. Changes that were made before stay. */
  expectNoChanges?: boolean;
}

/** Options of a refresh, a destroy or an import. */
export interface PreviewableOptions extends OperationOptions {
  /** Only shows what would happen. */
  preview?: boolean;
}

/** Options of a preview or an update. */
export interface UpdateOptions extends OperationOptions {
  /** Refresh first. @default what `options: refresh` in Pulumi.yaml says */
  refresh?: boolean;
  /** URNs of resources to replace, also if nothing else requires it. */
  replace?: readonly string[];
}

/** A stack of a Pulumi program, deployed in tests without the Pulumi CLI. */
export class Stack {
  private state: Deployment;
  private readonly running = new Set<AbortController>();

  private constructor(
    /** Name of the project. */
    readonly project: string,
    /** Name of the stack. */
    readonly name: string,
    private readonly program: Program,
    private readonly config: StackConfig,
    private readonly refreshAlways: boolean,
    private readonly plugins: readonly PluginFolder[],
    private readonly options: StackOptions,
  ) {
    const kept = options.statePath === undefined ? undefined : readStateFile(options.statePath);
    this.state = kept ?? toDeployment([], new Date());
  }

  /** Makes a stack; nothing is run yet. */
  static create(options: StackOptions): Promise<Stack> {
    return Promise.resolve().then(() => {
      const { program, config = {}, secrets = {}, plugins = [], workDir = process.cwd() } = options;
      const file: Project | undefined = typeof program === "string" ? readProject(program) : undefined;
      const project = options.project ?? file?.name ?? "project";
      return new Stack(
        project,
        options.stack ?? "test",
        file ? new DirectoryProgram(file) : new InlineProgram(program as () => unknown, workDir),
        StackConfig.create(project, file?.config ?? new Map(), config, secrets),
        file?.refreshAlways ?? false,
        [...plugins.map((plugin) => locatePlugin(plugin, workDir)), ...(file?.plugins ?? [])],
        options,
      );
    });
  }

  /** What an update would do. */
  preview(options: UpdateOptions = {}): Promise<OperationResult> {
    return this.run("preview", options);
  }

  /** Deploys the program. */
  up(options: UpdateOptions = {}): Promise<OperationResult> {
    return this.run("up", options);
  }

  /** Refreshes the state with what the providers read. */
  refresh(options: PreviewableOptions = {}): Promise<OperationResult> {
    return this.run("refresh", options);
  }

  /** Deletes everything in the stack. */
  destroy(options: PreviewableOptions & Pick<UpdateOptions, "refresh"> = {}): Promise<OperationResult> {
    return this.run("destroy", options);
  }

  /** Imports existing objects into the state without running the program, as `pulumi import` does. */
  import(
    imports: ImportRequest | readonly ImportRequest[],
    options: PreviewableOptions = {},
  ): Promise<OperationResult> {
    return this.run("import", { ...options, imports: "type" in imports ? [imports] : imports });
  }

  /** Cancels the operation: no new steps start, providers are notified, steps under way are finished. */
  cancel(): void {
    for (const controller of this.running) controller.abort();
  }

  /** The state in the format of `pulumi stack export --show-secrets` and `pulumi stack import`. */
  exportState(): Deployment {
    return structuredClone(this.state);
  }

  /**
   * Loads a state from {@link exportState} or `pulumi stack export --show-secrets`.
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

  private async run(
    kind: OperationKind,
    options: UpdateOptions & PreviewableOptions & { imports?: readonly ImportRequest[] },
  ): Promise<OperationResult> {
    const controller = new AbortController();
    this.running.add(controller);
    const preview = kind === "preview" || options.preview === true;
    const signals = [controller.signal, options.signal].filter((signal) => signal !== undefined);
    const outcome = await deploy({
      kind,
      preview,
      project: this.project,
      stack: this.name,
      program: this.program,
      config: this.config,
      env: this.options.env ?? {},
      parallel: this.options.parallel ?? 16,
      refresh: options.refresh ?? this.refreshAlways,
      replace: options.replace ?? [],
      imports: options.imports ?? [],
      plugins: this.plugins,
      hostOf: this.options.hostOf,
      signal: AbortSignal.any(signals),
      onMessage: options.onMessage,
      onStep: this.writeStep,
      base: fromDeployment(this.state),
    });
    this.running.delete(controller);
    if (!preview) this.keep(toDeployment(outcome.resources, new Date(), this.state));
    const result = toResult(kind, this.name, outcome);
    if (outcome.error) throw new DeploymentError(failureMessage(kind, outcome.error, result.diagnostics), result);
    if (options.expectNoChanges && result.hasChanges)
      throw new DeploymentError("no changes were expected but changes were proposed", result);
    return result;
  }

  private keep(state: Deployment): void {
    this.state = state;
    if (this.options.statePath !== undefined) writeStateFile(this.options.statePath, state);
  }

  /** The state after the process of an operation was killed. */
  private get writeStep(): DeploymentOptions["onStep"] {
    const { statePath } = this.options;
    if (statePath === undefined) return undefined;
    return (resources) => {
      writeStateFile(statePath, toDeployment(resources, new Date(), this.state));
    };
  }
}
