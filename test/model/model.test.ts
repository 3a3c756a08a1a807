import { expect } from "chai";

import type { Emulator } from "../../testing/emulator";
import { play } from "./play";
import { regressions } from "./regressions";
import { type BlockResult, runBlock } from "./runBlock";
import { startEmulator } from "./startEmulator";
import type { Adapter } from "./story";

/** As many for each adapter; always the same, so that no change is blamed for what it finds by chance. `npm run model -- --runs 50000` plays others. */
const runs = 250;
const seed = 1;

const titles: Record<Adapter, string> = { dynamic: "the dynamic provider", plugin: "the native plugin" };

describe("any program, any tenant, any fault", function () {
  this.timeout(900_000);
  let results: Record<Adapter, Promise<BlockResult>>;

  // Side by side, one on each core.
  before(() => {
    results = {
      dynamic: runBlock({ adapter: "dynamic", runs, seed, kills: true }),
      plugin: runBlock({ adapter: "plugin", runs, seed, kills: true }),
    };
  });

  for (const adapter of ["dynamic", "plugin"] as const) {
    it(`${titles[adapter]} keeps every promise in ${runs} random stories`, async () => {
      const { failed, text } = await results[adapter];

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
