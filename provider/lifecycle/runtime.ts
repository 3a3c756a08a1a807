import { connect, hasTerminal, readSettings } from "../auth";
import { type Api, createApi } from "../transport";
import type { Clock } from "../transport/clock";
import { Collections } from "../transport/collections";
import type { ConfigReader } from "./configReader";
import type { Context } from "./context";
import { KeyedLock } from "./keyedLock";

/** What all kinds share in one process: one connection, one cache of listings, one list of what was made. */
export interface Runtime {
  readonly context: Context;
  /** The tenant as far as configuration names it; no sign-in. */
  readonly configuredTenantId: string | undefined;
  /** Warns of drift, once a resource. */
  readonly reportDrift: (resource: string, lines: readonly string[]) => Promise<void>;
}

/** What a runtime needs of the process it runs in. */
export interface ProcessSurroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly warn: Context["warn"];
  /** Takes the lines of the request log, where settings switch it on. */
  readonly log: (line: string) => void;
  /** Shown while something is waited for. @default nothing */
  readonly progress?: Context["progress"];
  /** Aborts waits and reads, never a write in flight. */
  readonly signal?: AbortSignal;
}

/**
 * Reads the settings and lays out the connection; nobody signs in before the first request.
 * @throws ConfigurationError when the settings are wrong or do not suffice.
 */
export function createRuntime(config: ConfigReader, surroundings: ProcessSurroundings): Runtime {
  const { env, clock, warn, log, progress = () => undefined, signal } = surroundings;
  const settings = readSettings({ env, config });
  const connection = connect(settings, {
    clock,
    prompt: (message) => void warn(message),
    hasTerminal: () => hasTerminal(env),
  });
  const sending = createApi({
    endpoint: connection.endpoint,
    tokens: connection.tokens,
    maxConcurrency: settings.maxConcurrency,
    clock,
    log: (line, level) => {
      // What is told for debugging are the waits.
      if (level === "debug") progress(line);
      if (settings.log === "debug" || settings.log === level) log(line);
    },
  });
  const api: Api =
    signal === undefined ? sending : { send: (request) => sending.send({ signal, ...request }) };
  const reported = new Set<string>();
  return {
    configuredTenantId: connection.configuredTenantId,
    context: {
      api,
      collections: new Collections(api),
      clock,
      pollTimeoutMs: settings.pollTimeoutMs,
      tenantId: () => connection.tenantId(),
      connection,
      warn,
      progress,
      ...(signal === undefined ? {} : { signal }),
      touched: new Set(),
      locks: new KeyedLock(),
    },
    async reportDrift(resource, lines) {
      if (lines.length === 0 || reported.has(resource)) return;
      reported.add(resource);
      await Promise.all(lines.map((line) => warn(`drift in ${line}`)));
    },
  };
}
