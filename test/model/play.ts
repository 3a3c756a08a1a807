import type { Emulator } from "../../testing/emulator";
import { Broken } from "./broken";
import { comeToAnEnd } from "./comeToAnEnd";
import { Scene } from "./scene";
import type { Story } from "./story";
import { takeStep } from "./takeStep";
import type { Tally } from "./tally";

/**
 * Plays a story and looks after every operation whether all still holds that always must.
 * @param emulator is reset first
 * @throws Broken with the step and what does not hold
 */
export async function play(story: Story, emulator: Emulator, tally: Tally = {}): Promise<void> {
  emulator.reset();
  emulator.configure(story.tenant);
  const scene = new Scene(story, emulator, tally);
  for (const [index, step] of story.steps.entries())
    await told(`step ${index}, ${JSON.stringify(step)}`, () => takeStep(scene, step));
  await told("in the end", () => comeToAnEnd(scene));
}

async function told(where: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw new Broken(`${where}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
}
