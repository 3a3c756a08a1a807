import { AsyncLocalStorage } from "node:async_hooks";
import { setMaxListeners } from "node:events";

import { type EngineLog, engineLog, stderrLog } from "../engine/engineLog";
import { stackOfUrn } from "../engine/stackOfUrn";
import { CancelledError } from "../errors";
import type { ConfigReader } from "../auth/configReader";
import type { Context } from "../lifecycle/context";
import type * as runtimes from "../lifecycle/runtime";
import type { Clock } from "../transport/clock";

/** What the plugin needs of the process it runs in. */
export interface PluginEnvironment {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  /** Address of the engine's log service; a debugger that attaches gives it later. */
  readonly engineAddress?: string;
}

/** The resource that a call is about. One for all sessions: every store slows down all that is asynchronous in the process. */
const urns = new AsyncLocalStorage<string>();

/** Not before it is needed: an instance that is only compared with the one in state has none. */
const loadRuntimes = (): typeof runtimes =>
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- `import()` would make every use of it wait
  require("../lifecycle/runtime") as typeof runtimes;

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

  /** Takes the configuration; it is looked at when somebody asks the tenant something. */
  configure(config: ConfigReader): void {
    // The engine cancels at the end of each run; a process that it attaches to (`PULUMI_DEBUG_PROVIDERS`) serves the next one too.
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

  /** The context of a call to which the engine gives a time-out in seconds; 0 is none. */
  contextFor(timeoutSeconds: number): Context {
    const { context } = this.runtime;
    return timeoutSeconds > 0 ? { ...context, pollTimeoutMs: timeoutSeconds * 1_000 } : context;
  }

  /** Ends waits and reads at once; writes on the wire are finished. */
  cancel(): void {
    this.stopping.abort(new CancelledError("the run was cancelled"));
  }

  /** The run is over: what was answered is in state. */
  end(): void {
    this.shared?.end();
  }

  /** Runs a call about one resource: what is logged meanwhile is shown beside it. */
  async about(urn: string, call: () => unknown): Promise<unknown> {
    return await urns.run(urn, call);
  }
}
