import type { UntypedServiceImplementation } from "@grpc/grpc-js";
import type { Diagnostic } from "./diagnostics";
import { engineService } from "./engineService";
import { Importer } from "./importer";
import { monitorService } from "./monitor";
import type { RunningProgram } from "./program/program";
import type { Properties } from "./properties/value";
import type { DeploymentOptions, Outcome } from "./deploymentOptions";
import { dynamicPackage } from "./providers/dynamicHost";
import { Hosts } from "./providers/hosts";
import type { ProviderHost } from "./providers/providerPlugin";
import { ProviderRegistry } from "./providers/providerRegistry";
import { Recorder } from "./recorder";
import { Registrar } from "./registrar";
import { RpcServer } from "./rpcServer";
import { settleable } from "./settleable";
import type { ResourceState } from "./state/resourceState";
import { isProviderType, packageOf, stackType } from "./state/urn";
import { deleteResources } from "./steps/deletions";
import { StepExecutor } from "./steps/executor";
import { StepGenerator } from "./steps/generator";
import { Operation } from "./steps/operation";
import { refreshResources } from "./steps/refreshes";

/** Runs one operation from start to end. No process and no port that it opens is left behind. */
export async function deploy(options: DeploymentOptions): Promise<Outcome> {
  const deployment = new Deployment(options);
  try {
    await deployment.run();
  } catch (error) {
    deployment.fail(error);
  } finally {
    await deployment.end();
  }
  return deployment.outcome();
}

class Deployment {
  private readonly recorder: Recorder;
  private readonly server = new RpcServer();
  private readonly host: ProviderHost;
  private readonly operation: Operation;
  private readonly executor: StepExecutor;
  private readonly generator: StepGenerator;
  private readonly registrar: Registrar;
  private readonly over = settleable();
  private readonly programDone = settleable();
  private readonly stopped = settleable();
  private readonly onAbort = (): void => {
    this.cancel();
  };
  private address = "";
  private program: RunningProgram | undefined;
  private stackOutputs: Properties | undefined;
  private error: Error | undefined;

  constructor(private readonly options: DeploymentOptions) {
    const { preview } = options;
    this.recorder = new Recorder(preview, options.onMessage);
    this.host = (options.hostOf ?? this.processes)(() => this.address);
    const registry = new ProviderRegistry(this.host, preview);
    const settings = {
      ...options,
      registry,
      replaceTargets: new Set(options.replace),
      report: (diagnostic: Diagnostic) => {
        this.recorder.report(diagnostic);
      },
      flag: (error: Error) => {
        this.flag(error);
      },
    };
    this.operation = new Operation(settings, options.base);
    this.executor = new StepExecutor(this.operation, this, options.parallel);
    this.generator = new StepGenerator(this.operation);
    this.registrar = new Registrar(this.generator, this.executor, options.config);
  }

  /** Runs the kind of operation that was asked for. */
  async run(): Promise<void> {
    this.options.signal?.throwIfAborted();
    this.options.signal?.addEventListener("abort", this.onAbort, { once: true });
    const monitor = this.monitor();
    this.address = await this.server.start(
      engineService((diagnostic) => {
        this.recorder.report(diagnostic);
      }),
      monitor,
    );
    if (this.needsDynamicProvider()) this.host.warm();
    const { kind } = this.options;
    if (kind !== "import") await this.refresh();
    if (this.error || kind === "refresh") return;
    if (kind === "import") await this.import();
    else if (kind === "destroy") await deleteResources(this.operation, this.executor, this.operation.base);
    else await this.runProgram(monitor);
  }

  /** The executor's report of a step. */
  done(...[step, error]: Parameters<Recorder["done"]>): void {
    this.recorder.done(step, error);
    if (!this.options.preview) this.options.onStep?.(this.operation.snapshot.resources());
    if (!error) return;
    this.error ??= error;
    if (this.executor.isStopped) this.stopped.settle();
  }

  /** Ends the operation with an error that belongs to no step. */
  fail(error: unknown): void {
    this.flag(error instanceof Error ? error : new Error(String(error)));
    this.stop();
  }

  /** Waits for the steps under way, then shuts everything down. */
  async end(): Promise<void> {
    this.options.signal?.removeEventListener("abort", this.onAbort);
    await this.registrar.idle();
    await this.executor.idle();
    this.recordStackOutputs();
    this.over.settle();
    await this.program?.stop();
    await this.host.stop();
    this.server.stop();
  }

  outcome(): Outcome {
    return { recorder: this.recorder, resources: this.operation.snapshot.resources(), error: this.error };
  }

  /** Loading the provider process takes a second, so it starts together with the program, unless the state shows it is not used. */
  private needsDynamicProvider(): boolean {
    const packages = this.options.base
      .filter((state) => isProviderType(state.type))
      .map((state) => packageOf(state.type));
    const runsProgram = this.options.kind === "preview" || this.options.kind === "up";
    const isOpen = runsProgram && packages.length === 0 && this.options.plugins.length === 0;
    return packages.includes(dynamicPackage) || isOpen;
  }

  /** Resources with `refreshBeforeUpdate` are always refreshed. */
  private async refresh(): Promise<void> {
    const { kind, refresh, base } = this.options;
    const counted = kind === "refresh";
    const all = counted || refresh;
    if (!all && !base.some((state) => state.refreshBeforeUpdate)) return;
    const includes = (state: ResourceState): boolean => all || state.refreshBeforeUpdate;
    const resources = await refreshResources(this.operation, this.executor, { counted, includes });
    this.operation.rebase(resources);
  }

  private async import(): Promise<void> {
    const importer = new Importer(this.operation, this.executor, this.options.config);
    await importer.run(this.options.imports);
  }

  private monitor(): UntypedServiceImplementation {
    return monitorService({
      registrar: this.registrar,
      over: this.over.promise,
      programDone: () => {
        this.programDone.settle();
      },
      fail: (error) => {
        this.fail(error);
      },
      invoke: (provider, token, args) =>
        this.operation.registry.get(provider).invoke(token, args, this.operation.preview),
      setStackOutputs: (outputs) => {
        this.stackOutputs = outputs;
      },
    });
  }

  private async runProgram(monitor: UntypedServiceImplementation): Promise<void> {
    const report = this.operation.report;
    this.program = this.options.program.start({
      ...this.options,
      address: this.address,
      monitor,
      dryRun: this.operation.preview,
      report,
    });
    const failure = await Promise.race([this.program.ended, this.programDone.promise, this.stopped.promise]);
    await this.registrar.idle();
    if (this.executor.isStopped) return;
    if (failure) {
      this.fail(failure);
      return;
    }
    const condemned = this.operation.base.filter((state) => !this.generator.isDealtWith(state));
    await deleteResources(this.operation, this.executor, condemned);
    this.recordStackOutputs();
    this.over.settle();
    const late = await this.program.ended;
    if (late) this.fail(late);
  }

  /** Providers in separate processes. */
  private readonly processes = (engineAddress: () => string): ProviderHost =>
    new Hosts({
      ...this.options,
      report: (diagnostic) => {
        this.recorder.report(diagnostic);
      },
      directory: this.options.program.directory,
      engineAddress,
      onLine: (message) => {
        this.recorder.report({ severity: "info", message });
      },
    });

  private cancel(): void {
    if (this.executor.isStopped) return;
    this.fail(new Error(`${this.options.kind} canceled`));
    void this.operation.registry.cancel();
  }

  private flag(error: Error): void {
    this.error ??= error;
    this.recorder.reportError(error);
  }

  private stop(): void {
    this.executor.stop();
    this.stopped.settle();
  }

  /** After a failure, missing outputs do not count as removed. */
  private recordStackOutputs(): void {
    const stack = this.recorder.steps.find((step) => step.new?.type === stackType && step.op !== "refresh")?.new;
    if (!stack || !this.stackOutputs) return;
    const before = this.operation.olds.get(stack.urn)?.outputs ?? {};
    stack.outputs = this.error ? { ...before, ...this.stackOutputs } : this.stackOutputs;
  }
}
