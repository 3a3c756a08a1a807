import { expect } from "chai";

import type { Emulator } from "../../testing/emulator";
import { play } from "./play";
import { playBlock } from "./playBlock";
import { regressions } from "./regressions";
import { startEmulator } from "./startEmulator";
import type { Adapter } from "./story";

/** A few seconds for each adapter; always the same, so that no change is blamed for what it finds by chance. `npm run model` plays others. */
const runs = 30;
const seed = 1;

const titles: Record<Adapter, string> = { dynamic: "the dynamic provider", plugin: "the native plugin" };

describe("any program, any tenant, any fault", function () {
  this.timeout(300_000);

  for (const adapter of ["dynamic", "plugin"] as const) {
    it(`${titles[adapter]} keeps every promise in ${runs} random stories`, async () => {
      const { failed, text } = await playBlock({ adapter, runs, seed, kills: true });

      expect(failed, text).to.equal(false);
    });
  }
});

describe("stories that went wrong once", () => {
  let emulator: Emulator;

  before(async () => {
    emulator = await startEmulator();
  });

  after(() => emulator.close());

  for (const { title, story } of regressions) {
    it(title, () => play(story, emulator));
  }
});
