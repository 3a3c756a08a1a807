import { spawnSync } from "node:child_process";
import { expect } from "chai";

import { cliDeployer } from "../../demo/cliDeployer";
import { Story } from "../../demo/story";
import { Emulator } from "pulumi-power-platform-testing";
import { LanguageProject } from "./languageProject";

const isOnPath = (program: string): boolean => spawnSync(program, ["-h"]).error === undefined;

const { stdout, status } = spawnSync("pulumi", ["version"], { encoding: "utf8" });
const hasYaml = status === 0 && isOnPath("pulumi-language-yaml");
const hasPython =
  status === 0 &&
  isOnPath("pulumi-language-python") &&
  spawnSync("python3", ["-c", "import pulumi, parver, semver"]).status === 0;

/** Preview, up, up, drift, repair, destroy, as the demo does it; each step checks what it did. */
async function play(project: LanguageProject, env: Readonly<Record<string, string>>): Promise<void> {
  const emulator = await Emulator.start({ isv: true });
  const deployer = await cliDeployer(stdout.trim(), project.directory, { ...emulator.env(), ...env });
  try {
    await new Story(emulator, deployer, () => undefined).play();
  } finally {
    await deployer.close();
    await emulator.close();
    project.remove();
  }
}

describe("the Pulumi CLI in other languages", function () {
  this.timeout(300_000);

  if (hasYaml)
    it("deploys yaml-quickstart, and shows and repairs drift", async () => {
      await play(new LanguageProject("yaml-quickstart"), {});
    });

  if (hasPython)
    it("deploys python-quickstart with the SDK it generates, and shows and repairs drift", async () => {
      const project = new LanguageProject("python-quickstart");

      await play(project, project.preparePython());
    });

  if (!hasYaml && !hasPython)
    it("is not on PATH here with a language, so examples are checked against the schema only", () => {
      expect([hasYaml, hasPython]).to.deep.equal([false, false]);
    });
});
