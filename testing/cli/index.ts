#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { parse as parseYaml } from "yaml";
import { Emulator } from "../emulator";
import type { Seed } from "../emulator";
import { UsageError } from "./usageError";

const help = `Usage: power-platform-emulator [options]

Runs a local Power Platform tenant until it is interrupted.

  --port <number>         port of the API (default 8787; 0 picks a free one)
  --authority-port <n>    port of the https token endpoint (default 8788; 0 picks a free one,
                          as does --port alone)
  --host <address>        address to listen on (default 127.0.0.1)
  --seed <file>           objects to start with, as JSON or YAML
  --state <file>          keep the tenant in this file
  --documented            answer as Microsoft's reference says, not as recorded
  --help, --version`;

const options = {
  port: { type: "string" },
  "authority-port": { type: "string" },
  host: { type: "string" },
  seed: { type: "string" },
  state: { type: "string" },
  documented: { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
} as const;

/** `power-platform-emulator`: serves until SIGINT or SIGTERM. */
async function main(args: string[]): Promise<void> {
  const values = parse(args);
  if (values.help === true) {
    process.stdout.write(`${help}\n`);
    return;
  }
  if (values.version === true) {
    process.stdout.write(`${version()}\n`);
    return;
  }
  const stop = interrupted();
  const running = await Emulator.start({
    host: values.host ?? "127.0.0.1",
    port: portOf("--port", values.port ?? "8787"),
    // A second emulator says its own --port; the other port must not stand in its way.
    httpsPort: portOf(
      "--authority-port",
      values["authority-port"] ?? (values.port === undefined ? "8788" : "0"),
    ),
    ...(values.seed === undefined ? {} : { seed: await readSeed(values.seed) }),
    ...(values.state === undefined ? {} : { stateFile: values.state }),
    answers: values.documented === true ? "documented" : "recorded",
  });
  process.stdout.write(announcement(running));
  await stop;
  await running.close();
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error));
  }
}

function version(): string {
  const text = readFileSync(path.join(__dirname, "../../package.json"), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}

function portOf(option: string, text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535)
    throw new UsageError(`${option} takes a number up to 65535, not "${text}"`);
  return port;
}

/** JSON is YAML too, so one parser reads both. */
async function readSeed(file: string): Promise<Seed> {
  try {
    return parseYaml(await readFile(file, "utf8")) as Seed;
  } catch (error) {
    throw new UsageError(
      `--seed ${file}: ${error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error)}`,
    );
  }
}

const announcement = (running: Emulator): string => `Power Platform emulator
  API        ${running.url}
  Authority  ${running.authorityUrl}
  Tenant     ${running.tenantId}
  Control    ${running.url}/_emulator/

With a ready access token:
${exportLines(running.env())}
With a client secret:
${exportLines(running.envFor({ credential: "clientSecret" }))}
Press Ctrl+C to stop.
`;

/** Lines for a POSIX shell. */
const exportLines = (env: Record<string, string>): string =>
  Object.entries(env)
    .map(([name, value]) => `export ${name}='${value.replaceAll("'", `'\\''`)}'\n`)
    .join("");

const interrupted = (): Promise<void> =>
  new Promise((resolve) => {
    process.once("SIGINT", () => {
      resolve();
    });
    process.once("SIGTERM", () => {
      resolve();
    });
  });

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(
    `power-platform-emulator: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = error instanceof UsageError ? 2 : 1;
});
