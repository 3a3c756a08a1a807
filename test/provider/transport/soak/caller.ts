import { getEventListeners } from "node:events";
import { PowerPlatformError } from "../../../../provider/errors";
import { type Api, type ApiRequest, type Clock, createApi } from "../../../../provider/transport";

/**
 * A program of its own, so that its heap is that of the transport alone. Sent a number of calls to make, it makes them, a few
 * at a time, and answers with what it holds then.
 */
export interface Figures {
  readonly calls: number;
  readonly ended: Readonly<Record<string, number>>;
  /** After garbage collection. */
  readonly heapBytes: number;
  readonly timers: number;
  /** On the one signal that all calls share, as they share the engine's. */
  readonly listeners: number;
  readonly ms: number;
}

const CALLERS = 32;
const { signal } = new AbortController();
const ended: Record<string, number> = {};
let calls = 0;

/** Time that passes at once. */
let now = Date.UTC(2026, 0, 1);
const clock: Clock = {
  now: () => now,
  sleep: async (ms) => {
    now += ms;
    await new Promise((resolve) => setImmediate(resolve));
  },
};

const methods: readonly ApiRequest["method"][] = ["GET", "GET", "GET", "PUT", "POST", "DELETE"];

async function call(api: Api): Promise<void> {
  const count = calls++;
  const method = methods[count % methods.length] ?? "GET";
  const body = method === "GET" || method === "DELETE" ? {} : { body: { name: `thing ${count}` } };
  // Some callers go before they have their answer.
  const impatient = count % 50 === 7 ? new AbortController() : undefined;
  const request = api.send({
    method,
    path: `/things/${count}`,
    ...body,
    signal: impatient?.signal ?? signal,
  });
  if (impatient !== undefined) {
    setImmediate(() => {
      impatient.abort(new Error("impatient"));
    });
  }
  const how = await request.then(
    ({ status }) => String(status),
    (error: unknown) => (error instanceof PowerPlatformError ? error.name : `not ours: ${String(error)}`),
  );
  ended[how] = (ended[how] ?? 0) + 1;
}

async function makeCalls(api: Api, upTo: number): Promise<Figures> {
  const started = performance.now();
  const work = async (): Promise<void> => {
    while (calls < upTo) await call(api);
  };
  await Promise.all(Array.from({ length: CALLERS }, work));
  // What is closed on this side may take a turn or two to end on the other.
  for (let turn = 0; turn < 20; turn++) {
    await new Promise((resolve) => setImmediate(resolve));
    globalThis.gc?.();
  }
  return {
    calls,
    ended,
    heapBytes: process.memoryUsage().heapUsed,
    timers: process.getActiveResourcesInfo().filter((name) => name === "Timeout").length,
    listeners: getEventListeners(signal, "abort").length,
    ms: Math.round(performance.now() - started),
  };
}

let tokens = 0;
const [endpoint = ""] = process.argv.slice(2);
const api = createApi({
  endpoint,
  clock,
  maxConcurrency: 8,
  log: () => undefined,
  tokens: { getToken: () => Promise.resolve(`token-${++tokens}`) },
});
process.on("message", (upTo: number) => {
  void makeCalls(api, upTo).then((figures) => process.send?.(figures));
});
