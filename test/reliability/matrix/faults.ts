import type { FaultInput } from "../../../testing/emulator";
import type { ProviderDriver } from "../../scenarios/driver";
import { until } from "../../until";
import type { Lane } from "./lane";
import { type Hit, isReading } from "./rows";

/** Something that goes wrong with one request. */
export interface Fault {
  /** Head of the column. */
  readonly name: string;
  /** For the legend. */
  readonly meaning: string;
  /** Whether the service has carried out what was asked. */
  readonly isDone: boolean;
  /** Whether it happens to every such request of the run, or once. */
  readonly lasts: "run" | "once";
  /** The service says that it has done what it has not. */
  readonly isLie?: true;
  /** What the run had done by then reaches no state. */
  readonly losesState?: true;
  /** What is waited for does not happen, see `Row.endless`. */
  readonly isEndless?: true;
  /** The next `up` runs on another machine. */
  readonly isElsewhere?: true;
  /** Status of the answer, which the error then has to name. */
  readonly status?: number;
  readonly hits: (row: Hit) => boolean;
  readonly faults: (row: Hit, looksBefore: Looks) => readonly FaultInput[];
  /** Nobody is left who could say what is wrong. */
  readonly isSilent?: true;
  /** The provider as an engine sees it that is about to die. */
  readonly seenBy?: (provider: ProviderDriver, row: Hit) => ProviderDriver;
  /** What happens when the request has reached the service. */
  readonly strike?: (lane: Lane) => Promise<void>;
}

/** Requests of an operation before its change, by operationId. */
export type Looks = Readonly<Record<string, number>>;

const waitUntilReached = (lane: Lane): Promise<void> => until(() => lane.emulator.faults.some(({ hit }) => hit > 0));

const timeOut = async (lane: Lane): Promise<void> => {
  await waitUntilReached(lane);
  await lane.timeOut();
};

/** What happens to the request of the row, and when it is not told otherwise, once. */
type Happening = FaultInput extends infer F
  ? F extends unknown
    ? Omit<F, keyof Hit["target"] | "path">
    : never
  : never;

const on =
  (happening: Happening): Fault["faults"] =>
  ({ target }) => [{ ...happening, ...target }];

const always = (): boolean => true;
const isWrite = ({ method }: Hit): boolean => method !== "GET";
const isAfterLook = (row: Hit): boolean => !isReading(row) && row.moment !== "look";

const words: Readonly<Record<number, string>> = {
  400: "the request is not good",
  401: "the token is not good",
  403: "the caller may not",
  404: "there is no such thing",
  409: "something is in the way",
  412: "somebody was faster",
  429: "slow down",
  500: "a failure of the service",
  503: "the service is busy",
};

/** Answered again and again before anything is done. With a time to wait, where there is one, so that a run is not long. */
const refusal = (status: number): Fault => ({
  name: String(status),
  meaning: `Every such request of the run is answered ${status}, and nothing is done.`,
  isDone: false,
  lasts: "run",
  status,
  hits: always,
  faults: on({
    kind: "status",
    status,
    body: { error: { code: `Matrix${status}`, message: words[status] } },
    ...([429, 500, 503].includes(status) ? { headers: { "retry-after": "1" } } : {}),
    times: "always",
  }),
});

const refusals = [400, 401, 403, 404, 409, 412, 429, 500, 503].map(refusal);

const broken: readonly Fault[] = [
  {
    name: "reset",
    meaning: "Every such request of the run ends with a reset connection, and nothing is done.",
    isDone: false,
    lasts: "run",
    hits: always,
    faults: on({ kind: "reset", times: "always" }),
  },
  {
    name: "HTML",
    meaning:
      "Every such request of the run is answered with a page of HTML by something in between, and nothing is done.",
    isDone: false,
    lasts: "run",
    hits: always,
    faults: on({ kind: "html", times: "always" }),
  },
  {
    name: "empty",
    meaning: "Every such request of the run is answered 200 with nothing in it, and nothing is done.",
    isDone: false,
    isLie: true,
    lasts: "run",
    hits: ({ method }) => method !== "DELETE",
    faults: on({ kind: "empty", times: "always" }),
  },
  {
    name: "time-out",
    meaning: "One request is never answered, and nothing is done.",
    isDone: false,
    lasts: "once",
    hits: always,
    faults: on({ kind: "never" }),
    strike: timeOut,
  },
];

const lost = (name: string, meaning: string, happening: Happening): Fault => ({
  name: `${name} after`,
  meaning: `${meaning}, after the change was made.`,
  isDone: true,
  lasts: "once",
  hits: isWrite,
  faults: on(happening),
});

const lostAnswers: readonly Fault[] = [
  lost("reset", "The connection is reset", { kind: "reset", moment: "after" }),
  lost("cut off", "The answer is cut off in the middle", { kind: "truncated" }),
  lost("HTML", "The answer is a page of HTML", { kind: "html", moment: "after" }),
  lost("empty", "The answer is 200 with nothing in it", { kind: "empty", moment: "after" }),
  lost("503", "The answer is 503", { kind: "status", status: 503, moment: "after" }),
  {
    ...lost("time-out", "The answer never comes", { kind: "never", moment: "after" }),
    strike: async (lane) => {
      await until(() => reached(lane));
      await lane.timeOut();
    },
  },
];

const reached = ({ emulator }: Lane): boolean =>
  emulator.requests.some(({ fault, carriedOut }) => fault !== undefined && carriedOut);

/** The engine dies when the provider has carried out the change of the row, and records nothing of it. */
function dying(provider: ProviderDriver, { operation, method }: Hit): ProviderDriver {
  const afterwards = async (call: Promise<unknown>): Promise<never> => {
    await call;
    throw new Error("the engine is gone");
  };
  const dies = operation !== "replace" ? operation : method === "POST" ? "create" : "delete";
  return {
    ...provider,
    ...(dies === "create" ? { create: (...args) => afterwards(provider.create(...args)) } : {}),
    ...(dies === "update" ? { update: (...args) => afterwards(provider.update(...args)) } : {}),
    ...(dies === "delete" ? { delete: (...args) => afterwards(provider.delete(...args)) } : {}),
  };
}

const unrecorded: readonly Fault[] = [
  {
    name: "no network",
    meaning: "The change is made, and from then on the run reaches nothing any more.",
    isDone: true,
    lasts: "run",
    losesState: true,
    hits: isWrite,
    faults: ({ target }, looksBefore) => [
      { kind: "reset", moment: "after", times: "always", ...target },
      ...Object.entries(looksBefore).map(
        ([operationId, count]) => ({ kind: "reset", times: "always", operationId, nth: count + 1 }) as const,
      ),
    ],
  },
  {
    name: "provider killed",
    meaning: "The change is made, and the provider's process is killed (SIGKILL) before it has the answer.",
    isDone: true,
    lasts: "run",
    losesState: true,
    isSilent: true,
    hits: isAfterLook,
    faults: on({ kind: "never", moment: "after", times: "always" }),
    strike: async (lane) => {
      await until(() => reached(lane));
      await lane.kill();
    },
  },
  {
    name: "engine killed",
    meaning:
      "The change is made and the provider has the answer, but the engine is gone (killed, or Ctrl-C twice) and records nothing.",
    isDone: true,
    lasts: "run",
    losesState: true,
    isSilent: true,
    hits: isWrite,
    faults: () => [],
    seenBy: dying,
  },
  {
    name: "other machine",
    meaning: "As `engine killed`, and the next `up` runs on another machine.",
    isDone: true,
    lasts: "run",
    losesState: true,
    isSilent: true,
    isElsewhere: true,
    hits: isWrite,
    faults: () => [],
    seenBy: dying,
  },
];

/** The service is not ready as long as the run lasts. */
const hasEnd = (row: Hit): boolean => row.endless !== undefined;

const endless: readonly Fault[] = [
  {
    name: "never ready",
    meaning: "What the change waits for does not happen until the run gives up.",
    isDone: true,
    lasts: "run",
    isEndless: true,
    hits: hasEnd,
    faults: () => [],
  },
  {
    name: "Ctrl-C",
    meaning: "The same, and the run is cancelled while it waits.",
    isDone: true,
    lasts: "run",
    isEndless: true,
    hits: (row) => hasEnd(row) && row.moment === "wait",
    faults: on({ kind: "never" }),
    strike: async (lane) => {
      await waitUntilReached(lane);
      await lane.cancel();
      // The dynamic adapter is told nothing and goes on.
      await lane.timeOut();
    },
  },
];

/** Every fault, in the order of the columns. */
export const faults: readonly Fault[] = [...refusals, ...broken, ...lostAnswers, ...unrecorded, ...endless];
