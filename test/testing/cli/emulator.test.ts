import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { get } from "node:https";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { selfSigned } from "../../../testing/emulator/certificate/selfSigned";

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
    const missing = path.join(directory, "missing.yaml");
    const runs = await Promise.all(
      [
        ["teapot"],
        ["--bogus"],
        ["--port", "many"],
        ["--port", "65536"],
        ["--seed", missing],
        ["--cert", missing],
        ["--cert", missing, "--key", missing],
        ["--cert", __filename, "--key", __filename],
      ].map((args) => finish(start(...args))),
    );

    expect(runs.map(({ code }) => code)).to.deep.equal(runs.map(() => 2));
    for (const { stderr } of runs) expect(stderr).to.match(/^power-platform-emulator: .+\n$/);
  });

  it("names the port that is in use and the flag that takes another", async () => {
    const first = await announced(start("--port", "0", "--silent"));
    const [api, authority] = [portIn(first, "API"), portIn(first, "Authority")];

    const runs = [
      await finish(start("--port", api, "--authority-port", "0")),
      await finish(start("--port", "0", "--authority-port", authority)),
      await finish(start("--port", "0", "--host", "192.0.2.1")),
    ];

    expect(runs.map(({ code }) => code)).to.deep.equal([1, 1, 1]);
    expect(runs.map(({ stderr }) => stderr)).to.deep.equal([
      `power-platform-emulator: port ${api} is in use (127.0.0.1:${api}, EADDRINUSE); --port takes another\n`,
      `power-platform-emulator: port ${authority} is in use (127.0.0.1:${authority}, EADDRINUSE); --authority-port takes another\n`,
      'power-platform-emulator: "192.0.2.1" is no address of this machine (EADDRNOTAVAIL); --host takes another\n',
    ]);
  });

  it("says first where it listens, then what it answers; with --silent the addresses alone", async () => {
    const [loud, silent] = [start("--port", "0"), start("--port", "0", "--silent")];
    const starts = await Promise.all([announced(loud), announced(silent)]);
    const asked = starts.map((text) => fetch(`http://127.0.0.1:${portIn(text, "API")}/authorization/teapots?a=1`));
    await Promise.all(asked);
    for (const child of [loud, silent]) child.kill("SIGTERM");
    const [loudEnd, silentEnd] = await Promise.all([finish(loud), finish(silent)]);

    for (const text of starts)
      expect(text).to.match(/^Power Platform emulator [\d.]+ listens on http:\/\/127\.0\.0\.1:\d+\n/);
    expect(loudEnd.stdout).to.match(/^\S+Z GET \/authorization\/teapots\?a=1 \d{3}\n$/m);
    expect(starts[1]).not.to.include("export");
    expect(silentEnd.stdout).to.equal("");
  });

  it("serves a seed until SIGTERM, and removes its certificate", async () => {
    const seed = path.join(directory, "seed.yaml");
    writeFileSync(seed, "environmentGroups:\n  - displayName: Sales\n");
    const child = start("--port", "0", "--authority-port", "0", "--seed", seed);
    const env = await announcedEnv(child);

    const answer = await fetch(`${env.POWER_PLATFORM_ENDPOINT}/environmentmanagement/environmentGroups?api-version=1`, {
      headers: { authorization: `Bearer ${env.POWER_PLATFORM_ACCESS_TOKEN}` },
    });
    const certificate = env.NODE_EXTRA_CA_CERTS ?? "";
    const existed = existsSync(certificate);
    child.kill("SIGTERM");
    const { code } = await finish(child);

    expect(await answer.text()).to.include("Sales");
    expect([code, existed, existsSync(certificate)]).to.deep.equal([0, true, false]);
  });

  it("keeps its tenant and its certificate in --location", async () => {
    const location = path.join(directory, "new/folder");
    const args = ["--port", "0", "--authority-port", "0", "--location", location];
    const first = start(...args);
    const env = await announcedEnv(first);
    await fetch(`${env.POWER_PLATFORM_ENDPOINT}/_emulator/tenant/environmentGroups`, {
      method: "POST",
      body: JSON.stringify({ displayName: "Kept" }),
    });
    const certificate = readFileSync(env.NODE_EXTRA_CA_CERTS ?? "", "utf8");
    first.kill("SIGINT");
    await finish(first);

    const again = await announcedEnv(start(...args));
    const stored = await fetch(`${again.POWER_PLATFORM_ENDPOINT}/_emulator/tenant/environmentGroups`);

    expect(await stored.text()).to.include("Kept");
    expect(again.NODE_EXTRA_CA_CERTS).to.equal(path.join(location, "certificate.pem"));
    expect(readFileSync(path.join(location, "certificate.pem"), "utf8")).to.equal(certificate);
  });

  it("takes a certificate of the user's and serves the API over https with it", async () => {
    const { cert, key } = selfSigned(["localhost"]);
    const [certFile, keyFile] = [path.join(directory, "cert.pem"), path.join(directory, "key.pem")];
    writeFileSync(certFile, cert);
    writeFileSync(keyFile, key);
    const child = start("--port", "0", "--public-host", "localhost", "--https", "--cert", certFile, "--key", keyFile);
    const env = await announcedEnv(child);

    const status = await statusOver(`${env.POWER_PLATFORM_ENDPOINT}/authorization/roleDefinitions`, cert);

    expect(env.POWER_PLATFORM_ENDPOINT).to.match(/^https:\/\/localhost:/);
    expect(env.NODE_EXTRA_CA_CERTS).to.equal(certFile);
    expect(status).to.equal(401);
  });
});

/** The status of an answer over https, by a client that trusts this authority alone. */
function statusOver(url: string, ca: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get(url, { ca }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).once("error", reject);
  });
}

/** The port of an address that was printed. */
const portIn = (text: string, label: string): string =>
  new RegExp(`^  ${label} .*:(\\d+)$`, "m").exec(text)?.[1] ?? "no port";

async function finish(
  child: ChildProcessWithoutNullStreams,
): Promise<{ code: unknown; stdout: string; stderr: string }> {
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (chunk) => (stdout += String(chunk)));
  child.stderr.on("data", (chunk) => (stderr += String(chunk)));
  const [code] = (await once(child, "close")) as unknown[];
  return { code, stdout, stderr };
}

/** What was printed up to the address of the control surface. */
async function announced(child: ChildProcessWithoutNullStreams): Promise<string> {
  return printedUntil(child, "Control");
}

/** The variables of the `export` lines, once all of them were printed. */
async function announcedEnv(child: ChildProcessWithoutNullStreams): Promise<Record<string, string>> {
  const text = await printedUntil(child, "Ctrl+C");
  return Object.fromEntries(
    [...text.matchAll(/^export (\w+)='(.*)'$/gm)].map(([, name = "", value = ""]) => [name, value]),
  );
}

async function printedUntil(child: ChildProcessWithoutNullStreams, mark: string): Promise<string> {
  let text = "";
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    text += String(chunk);
    if (text.includes(mark)) break;
  }
  return text;
}
