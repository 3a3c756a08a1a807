import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect } from "chai";

import { cliDeployer } from "../../demo/cliDeployer";
import { Story } from "../../demo/story";
import { Emulator } from "pulumi-power-platform-testing";

const root = join(__dirname, "../../..");
const { stdout, status } = spawnSync("pulumi", ["version"], { encoding: "utf8" });

describe("the Pulumi CLI", function () {
  this.timeout(300_000);

  if (status !== 0) {
    it("is not on PATH here, so only the in-process engine deploys the examples", () => {
      expect(status).to.not.equal(0);
    });
    return;
  }

  it("deploys the quickstart as the demo tells it: preview, up, up, drift, repair, destroy", async () => {
    const emulator = await Emulator.start();
    const env = { ...emulator.env(), PULUMI_NODEJS_TRANSPILE_ONLY: "true" };
    const deployer = await cliDeployer(stdout.trim(), root, env);
    try {
      await new Story(emulator, deployer, () => undefined).play();
    } finally {
      await deployer.close();
      await emulator.close();
    }
  });
});
