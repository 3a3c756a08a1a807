import { join } from "node:path";
import { expect } from "chai";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";

import { kinds } from "../../provider/resources";
import { fakeClock } from "../fakeClock";
import { type DynamicProcess, startDynamicDriver, startDynamicProcess } from "../scenarios/dynamicDriver";
import { allCases } from "../kinds";
import { FakeEngine } from "../scenarios/fakeEngine";
import { playScenarios, scenarios, scenariosOfShapes, type Transcripts } from "../scenarios/play";
import { drivePlugin } from "../scenarios/pluginDriver";
import { type PluginProcess, startPluginProcess } from "../scenarios/pluginProcess";
import { serveDynamic, servePlugin } from "../scenarios/servedDriver";

/** Waits pass a hundred times faster in the process. */
const NODE_OPTIONS = `--require ${join(__dirname, "../scenarios/fastClock.js")}`;

let dynamic: Transcripts, plugin: Transcripts;
let dynamicProcess: Transcripts, pluginProcess: Transcripts;

/** Providers in this process, with time that passes at once. */
function playInProcess(serve: typeof serveDynamic): Transcripts {
  let engine: FakeEngine;
  before(async () => (engine = await FakeEngine.start()));
  after(() => {
    engine.close();
  });
  return playScenarios(async ({ env = {}, ...rest }) => {
    const { driver } = await serve({ ...rest, env, clock: fakeClock(Date.now()), engine });
    return driver;
  });
}

describe("scenarios through the dynamic adapter", () => {
  dynamic = playInProcess(serveDynamic);
});

describe("scenarios through the plugin", () => {
  plugin = playInProcess(servePlugin);
});

describe("scenarios through the dynamic provider process", () => {
  let running: DynamicProcess | undefined;

  after(() => running?.close());

  dynamicProcess = playScenarios(async ({ env, ...rest }, isOwn) => {
    const options = { ...rest, env: { ...env, NODE_OPTIONS } };
    if (isOwn) return startDynamicDriver(options);
    running ??= await startDynamicProcess(options);
    return running.run();
  }, scenariosOfShapes);
});

describe("scenarios through the plugin's process", () => {
  const processes: PluginProcess[] = [];
  let running: PluginProcess | undefined;

  after(() => Promise.all(processes.map((each) => each.close())));

  pluginProcess = playScenarios(async ({ env, config }, isOwn) => {
    const start = async (): Promise<PluginProcess> => {
      const started = await startPluginProcess({ ...env, NODE_OPTIONS });
      processes.push(started);
      return started;
    };
    const { client, engine } = isOwn ? await start() : (running ??= await start());
    // The engine cancels at the end of each run.
    const end = (): Promise<void> => client.call("cancel", new Empty());
    return drivePlugin(client, engine, config, undefined, end);
  }, scenariosOfShapes);
});

describe("scenarios through both adapters", () => {
  it("are complete: every kind has its cases", () => {
    expect(allCases.map(({ kind }) => kind)).to.have.members(kinds);
  });

  for (const { title } of scenarios) {
    it(`${title}: ids, inputs, outputs, errors, warnings and writes are the same`, () => {
      expect(dynamic.has(title), "played through the dynamic adapter").to.equal(true);
      expect(String(plugin.get(title))).to.equal(String(dynamic.get(title)));
    });
  }

  for (const { title } of scenariosOfShapes) {
    it(`${title}: both processes answer the same`, () => {
      expect(dynamicProcess.has(title), "played through the dynamic provider process").to.equal(true);
      expect(String(pluginProcess.get(title))).to.equal(String(dynamicProcess.get(title)));
    });
  }
});
