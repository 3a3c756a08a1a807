import { join } from "node:path";
import { expect } from "chai";

import { type DynamicProcess, startDynamicDriver, startDynamicProcess } from "../scenarios/dynamicDriver";
import { playScenarios, scenarios, type Transcripts } from "../scenarios/play";
import { startPluginDriver } from "../scenarios/pluginDriver";

/** Waits pass a hundred times faster in the process. */
const NODE_OPTIONS = `--require ${join(__dirname, "../scenarios/fastClock.js")}`;

let dynamic: Transcripts, plugin: Transcripts;

describe("scenarios through the dynamic provider process", () => {
  let running: DynamicProcess | undefined;

  after(() => running?.close());

  dynamic = playScenarios(async ({ env, ...rest }, isOwn) => {
    const options = { ...rest, env: { ...env, NODE_OPTIONS } };
    if (isOwn) return startDynamicDriver(options);
    running ??= await startDynamicProcess(options);
    return running.run();
  });
});

describe("scenarios through the plugin", () => {
  plugin = playScenarios(startPluginDriver);
});

describe("scenarios through both adapters", () => {
  for (const { title } of scenarios) {
    it(`${title}: ids, inputs, outputs, errors, warnings and writes are the same`, () => {
      expect(dynamic.has(title), "played through the dynamic provider").to.equal(true);
      expect(String(plugin.get(title))).to.equal(String(dynamic.get(title)));
    });
  }
});
