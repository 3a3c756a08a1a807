import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect } from "chai";
import { build } from "esbuild";
import { type Diagnostic, Emulator, Stack } from "pulumi-power-platform-testing";

import { version } from "../../provider/version";

const root = join(__dirname, "../../..");

describe("a program that calls functions", function () {
  this.timeout(60_000);
  let emulator: Emulator;
  let folder: string;

  before(async () => {
    emulator = await Emulator.start();
    // Below the package, so that Node finds it by name.
    folder = await mkdtemp(join(root, "dist/test/program-"));
  });
  after(async () => {
    await emulator.close();
    await rm(folder, { recursive: true });
  });

  it("runs when esbuild has made one file of it, far from the package", async () => {
    const elsewhere = await mkdtemp(join(tmpdir(), "bundled-"));
    const outfile = join(elsewhere, "index.js");
    const contents = `
      import { getEnvironmentGroups } from "pulumi-power-platform";
      getEnvironmentGroups().then((groups) => console.log(groups.map(({ displayName }) => displayName).join()));`;
    const stdin = { contents, resolveDir: root };
    await build({
      stdin,
      outfile,
      bundle: true,
      platform: "node",
      external: ["@pulumi/pulumi"],
      logLevel: "error",
    });
    const env = { ...emulator.env(), PATH: process.env.PATH, NODE_PATH: join(root, "node_modules") };

    const { stdout } = await promisify(execFile)(process.execPath, [outfile], { cwd: elsewhere, env });
    await rm(elsewhere, { recursive: true });

    expect(stdout).to.equal("Finance\n");
    expect(emulator.requests.at(-1)?.headers["user-agent"]).to.equal(`pulumi-power-platform/${version}`);
  });

  it("is told of a call that failed, and not of rejections that nobody handled in time", async () => {
    const program = `
      const { getRoleAssignments, getRoleAssignmentsOutput } = require("pulumi-power-platform");
      exports.promise = getRoleAssignments({ scope: "nonsense" });
      exports.output = getRoleAssignmentsOutput({ scope: "nonsense" });`;
    await writeFile(join(folder, "Pulumi.yaml"), "name: functions\nruntime: nodejs\n");
    await writeFile(join(folder, "package.json"), JSON.stringify({ name: "functions", main: "index.js" }));
    await writeFile(join(folder, "index.js"), program);
    const stack = await Stack.create({ program: folder, env: emulator.env() });
    const said: Diagnostic[] = [];

    await stack.preview({ onMessage: (message) => said.push(message) }).catch(() => undefined);

    expect(
      said
        .filter(({ severity }) => severity === "error")
        .map(({ message }) => message)
        .join(),
    ).to.include('getRoleAssignments: the arguments are not valid.\n  scope "nonsense" is not a scope');
    expect(said.filter(({ message }) => message.includes("Rejection"))).to.deep.equal([]);
  });
});

describe("the version of the package", () => {
  it("is that of package.json", async () => {
    const manifest = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as {
      readonly version: string;
    };

    expect(version).to.equal(manifest.version);
  });
});
