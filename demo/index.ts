import { join } from "node:path";

import { Emulator } from "pulumi-power-platform-testing";
import { cliDeployer, pulumiVersion } from "./cliDeployer";
import type { Deployer } from "./deployer";
import { engineDeployer } from "./engineDeployer";
import { Story } from "./story";

const root = join(__dirname, "../..");

/** Plays the story of `npm run demo`; exit code 0 only when every step held. */
async function main(): Promise<void> {
  const emulator = await Emulator.start();
  // The build has type-checked the program. Pulumi would repeat this for every command.
  const env = { ...emulator.env(), PULUMI_NODEJS_TRANSPILE_ONLY: "true" };
  const version = await pulumiVersion();
  const deployer: Deployer =
    version === undefined ? await engineDeployer(root, env) : await cliDeployer(version, root, env);
  try {
    await new Story(emulator, deployer, (text) => {
      console.log(text);
    }).play();
  } finally {
    await deployer.close();
    await emulator.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
