import { growingWaitMs } from "../transport/backoff";
import type { RemoteContext } from "./context";

/** Pauses before each look: an accepted change may take a moment to be shown. */
const pausesMs: readonly number[] = [0, 1_000, 2_000, 4_000, 8_000];

/** Pauses of growing length that fill a time. */
export function pausesFor(timeoutMs: number): readonly number[] {
  const pauses = [0];
  for (let leftMs = timeoutMs; leftMs > 0; leftMs -= pauses.at(-1) ?? 0) {
    pauses.push(Math.min(growingWaitMs(pauses.length), leftMs));
  }
  return pauses;
}

/** Looks until the result is sufficient or the time is over. Returns the last result. */
export async function pollListing<T>(
  look: () => Promise<T>,
  willDo: (seen: T) => boolean,
  context: Pick<RemoteContext, "clock" | "signal">,
  pauses: readonly number[] = pausesMs,
): Promise<T> {
  const [pauseMs = 0, ...later] = pauses;
  if (pauseMs > 0) await context.clock.sleep(pauseMs, context.signal);
  const seen = await look();
  return willDo(seen) || later.length === 0 ? seen : pollListing(look, willDo, context, later);
}
