import { Emulator } from "../../testing/emulator";
import { fakeClock } from "../fakeClock";

/** A tenant whose ids are counted, so that a story is the same each time it is played. */
export function startEmulator(): Promise<Emulator> {
  let count = 0;
  const slept = fakeClock(0);
  return Emulator.start({
    isv: true,
    // Runs start by the real clock: to them an object of a tenant where time stands still would be older than it is.
    clock: { ...slept, now: () => Date.now() + slept.now() },
    newId: () => `${(++count).toString(16).padStart(8, "0")}-0000-4000-8000-00000000000f`,
  });
}
