import { Emulator } from "../../testing/emulator";
import { fakeClock } from "../fakeClock";

/** A tenant whose ids are counted, so that a story is the same each time it is played. */
export function startEmulator(): Promise<Emulator> {
  let count = 0;
  return Emulator.start({
    clock: fakeClock(Date.now()),
    newId: () => `${(++count).toString(16).padStart(8, "0")}-0000-4000-8000-00000000000f`,
  });
}
