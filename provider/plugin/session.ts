import { AsyncLocalStorage } from "node:async_hooks";
import { setMaxListeners } from "node:events";

import { type EngineLog, engineLog, stderrLog } from "../engine/engineLog";
import { stackOfUrn } from "../engine/stackOfUrn";
import { CancelledError } from "../errors";
import type { ConfigReader } from "../auth/configReader";
import type { Context } from "../lifecycle/context";
import type * as runtimes from "../runtime/createRuntime";
import type { Clock } from "../transport/clock";

/** The environment of the plugin's process. */
export interface PluginEnvironment {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  /** Address of the engine's log service. A debugger that attaches sends it later. */
  readonly engineAddress?: string;
}

/** The resource of a call. One store for all sessions, because each store slows down every asynchronous call in the process. */
const urns = new AsyncLocalStorage<string>();

/** Loaded on demand: an instance that is only compared with the state does not need it. */
const loadRuntimes = (): typeof runtimes =>
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- `import()` would make every use of it wait
  require("../runtime/createRuntime") as typeof runtimes;

const nothingSet: ConfigReader = { get: () => undefined };

/** Every wait of the process listens. */
function stoppable(): AbortController {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  return controller;
}

/** One provider instance: its configuration, its connection to a tenant, and whether the engine has cancelled the run. */
export class Session {
  readonly env: PluginEnvironment["env"];
  private stopping = stoppable();
  private config: ConfigReader | undefined;
  private log: EngineLog = stderrLog;
  private engineAddress: string | undefined;
  private shared: runtimes.Runtime | undefined;

  constructor(private readonly environment: PluginEnvironment) {
    this.env = environment.env;
    if (environment.engineAddress !== undefined) this.attach(environment.engineAddress);
  }

  attach(engineAddress: string): void {
    if (engineAddress === "") return;
    this.engineAddress = engineAddress;
    this.log = engineLog(engineAddress, () => urns.getStore());
  }

  /** Stores the configuration. The first call to the tenant reads it. */
  configure(config: ConfigReader): void {
    // The engine cancels at the end of each run. A process that it attaches to (`PULUMI_DEBUG_PROVIDERS`) serves the next run too.
    if (this.config !== undefined && this.stopping.signal.aborted) {
      this.end();
      this.stopping = stoppable();
    }
    this.config = config;
    this.shared = undefined;
  }

  /** @throws ConfigurationError when the settings are wrong or do not suffice. */
  get runtime(): runtimes.Runtime {
    this.shared ??= loadRuntimes().createRuntime(this.config ?? nothingSet, {
      env: this.env,
      clock: this.environment.clock,
      warn: (message) => this.log.warn(message),
      urn: () => urns.getStore(),
      engineAddress: this.engineAddress,
      stack: () => Promise.resolve(stackOfUrn(urns.getStore() ?? "")),
      log: (line) => void this.log.info(line),
      progress: (message) => void this.log.progress(message),
      signal: this.stopping.signal,
    });
    return this.shared;
  }

  /** The context of a call with the engine's timeout in seconds. 0 is no timeout. */
  contextFor(timeoutSeconds: number): Context {
    const { context } = this.runtime;
    return timeoutSeconds > 0 ? { ...context, pollTimeoutMs: timeoutSeconds * 1_000 } : context;
  }

  /** Aborts waits and reads. Writes that were sent are finished. */
  cancel(): void {
    this.stopping.abort(new CancelledError("the run was cancelled"));
  }

  /** The run has ended. All answers are in state. */
  end(): void {
    this.shared?.end();
  }

  /** Runs a call about one resource. Its log lines are shown beside the resource. */
  async about(urn: string, call: () => unknown): Promise<unknown> {
    return await urns.run(urn, call);
  }
}
