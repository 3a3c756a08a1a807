import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";

const command = path.join(__dirname, "../../../testing/cli/index.js");

describe("power-platform-emulator", () => {
  const directory = mkdtempSync(path.join(tmpdir(), "cli-test-"));
  const started: ChildProcessWithoutNullStreams[] = [];
  const start = (...args: string[]): ChildProcessWithoutNullStreams => {
    const child = spawn(process.execPath, [command, ...args]);
    started.push(child);
    return child;
  };

  afterEach(() => {
    for (const child of started.splice(0)) child.kill("SIGKILL");
  });

  after(() => {
    rmSync(directory, { recursive: true });
  });

  it("prints help and version", async () => {
    const [help, version] = [await finish(start("--help")), await finish(start("--version"))];

    expect([help.code, version.code]).to.deep.equal([0, 0]);
    expect(help.stdout).to.match(/^Usage: power-platform-emulator /);
    expect(version.stdout).to.match(/^\d+\.\d+\.\d+\n$/);
  });

  it("ends with 2 and one line for arguments it does not understand", async () => {
    const runs = [
      await finish(start("teapot")),
      await finish(start("--bogus")),
      await finish(start("--port", "many")),
      await finish(start("--seed", path.join(directory, "missing.yaml"))),
    ];

    expect(runs.map(({ code }) => code)).to.deep.equal([2, 2, 2, 2]);
    for (const { stderr } of runs) expect(stderr).to.match(/^power-platform-emulator: .+\n$/);
  });

  it("serves a seed until SIGTERM, and removes its certificate", async () => {
    const seed = path.join(directory, "seed.yaml");
    writeFileSync(seed, "environmentGroups:\n  - displayName: Sales\n");
    const child = start("--port", "0", "--authority-port", "0", "--seed", seed);
    const env = await announcedEnv(child);

    const answer = await fetch(
      `${env.POWER_PLATFORM_ENDPOINT}/environmentmanagement/environmentGroups?api-version=1`,
      {
        headers: { authorization: `Bearer ${env.POWER_PLATFORM_ACCESS_TOKEN}` },
      },
    );
    const certificate = env.NODE_EXTRA_CA_CERTS ?? "";
    const existed = existsSync(certificate);
    child.kill("SIGTERM");
    const { code } = await finish(child);

    expect(await answer.text()).to.include("Sales");
    expect([code, existed, existsSync(certificate)]).to.deep.equal([0, true, false]);
  });

  it("finds its tenant again in the state file", async () => {
    const args = ["--port", "0", "--authority-port", "0", "--state", path.join(directory, "state.json")];
    const first = start(...args);
    const env = await announcedEnv(first);
    await fetch(`${env.POWER_PLATFORM_ENDPOINT}/_emulator/tenant/environmentGroups`, {
      method: "POST",
      body: JSON.stringify({ displayName: "Kept" }),
    });
    first.kill("SIGINT");
    await finish(first);

    const again = await announcedEnv(start(...args));
    const stored = await fetch(`${again.POWER_PLATFORM_ENDPOINT}/_emulator/tenant/environmentGroups`);

    expect(await stored.text()).to.include("Kept");
  });
});

async function finish(
  child: ChildProcessWithoutNullStreams,
): Promise<{ code: unknown; stdout: string; stderr: string }> {
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (chunk) => (stdout += String(chunk)));
  child.stderr.on("data", (chunk) => (stderr += String(chunk)));
  const [code] = (await once(child, "close")) as unknown[];
  return { code, stdout, stderr };
}

/** The variables of the `export` lines, once all of them were printed. */
async function announcedEnv(child: ChildProcessWithoutNullStreams): Promise<Record<string, string>> {
  let text = "";
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    text += String(chunk);
    if (text.includes("Ctrl+C")) break;
  }
  return Object.fromEntries(
    [...text.matchAll(/^export (\w+)='(.*)'$/gm)].map(([, name = "", value = ""]) => [name, value]),
  );
}
