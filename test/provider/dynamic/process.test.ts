import { join } from "node:path";

import { type DynamicProcess, startDynamicDriver, startDynamicProcess } from "../../scenarios/dynamicDriver";
import { playScenarios } from "../../scenarios/play";

/** Waits pass a hundred times faster in the process. */
const NODE_OPTIONS = `--require ${join(__dirname, "../../scenarios/fastClock.js")}`;

describe("scenarios through the dynamic provider process", () => {
  let running: DynamicProcess | undefined;

  after(() => running?.close());

  playScenarios(async ({ env, ...rest }, isOwn) => {
    const options = { ...rest, env: { ...env, NODE_OPTIONS } };
    if (isOwn) return startDynamicDriver(options);
    running ??= await startDynamicProcess(options);
    return running.run();
  });
});
