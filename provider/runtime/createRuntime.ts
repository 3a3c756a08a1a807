import { homedir } from "node:os";
import { join } from "node:path";

import { tell, tellLine } from "../errors";
import { connect, hasTerminal, readSettings } from "../auth";
import { type Api, createApi } from "../transport";
import type { Clock } from "../transport/clock";
import { Collections } from "../transport/collections/collections";
import { ServiceClock } from "../transport/serviceClock";
import { KeyedLock } from "../remote/keyedLock";
import type { ConfigReader } from "../auth/configReader";
import type { Context } from "../lifecycle/context";
import { fileIntentLog } from "../lifecycle/intents/fileIntentLog";
import { backendOf } from "../lifecycle/intents/backend";
import { RunRecord } from "../lifecycle/runRecord";
import { programWarning } from "./programWarning";

/** The shared services of one process: one connection, one cache of listings, one record of the run. */
export interface Runtime {
  readonly context: Context;
  /** The tenant from configuration, without sign-in. */
  readonly configuredTenantId: string | undefined;
  /** Warns once if the program has settings in a preview that this process does not have. */
  readonly compareProgram: (told: unknown) => Promise<void>;
  /** Warns of drift, once a line. */
  readonly reportDrift: (lines: readonly string[]) => Promise<void>;
  /** Call it when the engine ends the process normally. All answers are in state. */
  readonly end: () => void;
}

/** The environment of the process. */
export interface ProcessEnvironment {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly warn: Context["warn"];
  /** Project and stack of the process. @default unknown: no create intents are kept */
  readonly stack?: () => Promise<string | undefined>;
  /** Address of the engine, which differs in each run. @default unknown */
  readonly engineAddress?: string | undefined;
  /** The resource of a call. @default unknown */
  readonly urn?: Context["urn"];
  /** Receives the lines of the request log, if settings enable it. */
  readonly log: (line: string) => void;
  /** Shown while something is waited for. @default nothing */
  readonly progress?: Context["progress"];
  /** Aborts waits and reads, never a write in flight. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads the settings and prepares the connection. The first request signs in.
 * @throws ConfigurationError when the settings are wrong or incomplete.
 */
export function createRuntime(config: ConfigReader, environment: ProcessEnvironment): Runtime {
  const { env, clock, signal, urn } = environment;
  const { warn, log, progress } = gated(environment);
  const { stack = () => Promise.resolve(undefined) } = environment;
  const settings = readSettings({ env, config });
  const connection = connect(settings, {
    clock,
    prompt: (message) => void warn(message),
    hasTerminal: () => hasTerminal(env),
    signal,
  });
  const sending = createApi({
    endpoint: connection.endpoint,
    tokens: connection.tokens,
    maxConcurrency: settings.maxConcurrency,
    clock,
    log: (line, level) => {
      // The debug level adds the waits.
      if (level === "debug") progress(line);
      if (settings.log === "debug" || settings.log === level) log(line);
    },
  });
  const serviceClock = new ServiceClock(clock);
  const api: Api = {
    async send(request) {
      const answer = await sending.send({ ...request, signal: request.signal ?? signal });
      serviceClock.observe(answer.headers.date);
      return answer;
    },
  };
  const home = env.PULUMI_HOME !== undefined && env.PULUMI_HOME !== "" ? env.PULUMI_HOME : join(homedir(), ".pulumi");
  const ofBackend = async (): Promise<string | undefined> => {
    const name = await stack();
    return name === undefined ? undefined : `${backendOf(env, home, process.cwd())} ${name}`;
  };
  const intentLog = fileIntentLog({ home, stack: ofBackend, clock, run: environment.engineAddress });
  const warned = new Set<string>();
  const warnOnce: Context["warnOnce"] = async (object, message) => {
    if (warned.has(object)) return;
    warned.add(object);
    await warn(message);
  };
  let compared: string | undefined;
  for (const warning of settings.warnings) void warn(warning);
  return {
    configuredTenantId: connection.configuredTenantId,
    async compareProgram(told) {
      // Each check of a preview tells the same.
      const text = JSON.stringify(told);
      if (text === compared) return;
      compared = text;
      const warning = programWarning(told, env, settings.resolved);
      if (warning !== undefined) await warnOnce("the program's environment", warning);
    },
    context: {
      api,
      collections: new Collections(api, clock, progress),
      clock,
      serviceClock,
      pollTimeoutMs: settings.pollTimeoutMs,
      tenantId: () => connection.tenantId(),
      connection,
      warn,
      progress,
      signal,
      run: new RunRecord(),
      warnOnce,
      urn,
      intentLog,
      locks: new KeyedLock(),
    },
    end: intentLog.end,
    async reportDrift(lines) {
      await Promise.all(lines.map((line) => warnOnce(line, tellLine(`drift in ${line}`))));
    },
  };
}

/** All messages beside the results of calls pass the gate here. */
function gated({
  warn,
  log,
  progress = () => undefined,
}: ProcessEnvironment): Required<Pick<ProcessEnvironment, "warn" | "log" | "progress">> {
  return {
    warn: (message) => warn(tell(message)),
    log: (line) => {
      log(tellLine(line));
    },
    progress: (message, resource) => {
      progress(tellLine(message), resource === undefined ? undefined : tellLine(resource));
    },
  };
}
