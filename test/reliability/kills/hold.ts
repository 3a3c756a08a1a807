import type { BusyTenant } from "../concurrency/busyTenant";
import type { HeldRequests } from "./programs";

/** Whether requests are held when they have come in, or when they are carried out and their answers are ready. */
export type Moment = "before" | "after";

/** Requests that wait at the tenant. */
export interface Held {
  /** Resolves when all of them are there. */
  readonly arrived: Promise<void>;
  /** Lets them, and all that come later, go on. Who never calls it leaves them without an end. */
  readonly release: () => void;
}

/** Holds requests of these operations, from the next one on. */
export function hold(busy: BusyTenant, moment: Moment, { operationIds, count }: HeldRequests): Held {
  let release: () => void = () => undefined;
  let arrive: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  let waiting = 0;
  const wait = (): Promise<void> => {
    waiting += 1;
    if (waiting === count) arrive();
    return released;
  };
  if (moment === "before") {
    busy.meanwhile = ({ operationId = "" }) => (operationIds.includes(operationId) ? wait() : undefined);
  } else {
    busy.beforeAnswer = wait;
    for (const operationId of operationIds)
      busy.emulator.fault({ kind: "slow", delayMs: 60_000, operationId, times: "always" });
  }
  return { arrived, release };
}

/** Nobody is held any more who comes from now on. */
export function holdNobody(busy: BusyTenant): void {
  busy.meanwhile = () => undefined;
  busy.beforeAnswer = () => undefined;
  busy.emulator.clearFaults();
}

/** Resolves when all requests have arrived; rejects when a run that sends them has come to its end before. */
export async function arrival(held: Held, ...runs: readonly Promise<object | string>[]): Promise<void> {
  const early = runs.map(async (run) => {
    const ended = await run;
    const said = typeof ended === "object" && "message" in ended ? String(ended.message) : JSON.stringify(ended);
    throw new Error(`A run has ended before all of its requests were at the tenant: ${said}`);
  });
  await Promise.race([held.arrived, ...early]);
}
