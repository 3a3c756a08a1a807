#!/usr/bin/env node
import { readFileSync } from "node:fs";
import path from "node:path";
import { type Answered, Emulator, ListenError } from "../emulator";
import { emulatorOptions, flagOf, help, readOptions } from "./options";
import { UsageError } from "./usageError";

/** `power-platform-emulator`: serves until SIGINT or SIGTERM. */
async function main(args: string[]): Promise<void> {
  const values = readOptions(args);
  if (values.help === true || values.version === true) {
    print(values.help === true ? help : version());
    return;
  }
  const { silent = false } = values;
  const stop = interrupted();
  const running = await Emulator.start({
    ...emulatorOptions(values),
    ...(silent ? {} : { onAnswer: printAnswer }),
  });
  print(silent ? addresses(running) : `${addresses(running)}\n${variables(running)}`);
  await stop;
  await running.close();
}

const addresses = (running: Emulator): string => `Power Platform emulator ${version()} listens on ${running.url}
  API        ${running.url}
  Authority  ${running.authorityUrl}
  Tenant     ${running.tenantId}
  Control    ${running.controlUrl ?? "not on loopback, so nowhere"}`;

const variables = (running: Emulator): string => `
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

const printAnswer = ({ method, url, status }: Answered): void => {
  print(`${new Date().toISOString()} ${method} ${url} ${status}`);
};

function version(): string {
  const text = readFileSync(path.join(__dirname, "../../package.json"), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

const interrupted = (): Promise<void> =>
  new Promise((resolve) => {
    process.once("SIGINT", () => {
      resolve();
    });
    process.once("SIGTERM", () => {
      resolve();
    });
  });

function explain(error: unknown): string {
  if (error instanceof ListenError) return `${error.reason}; ${flagOf[error.option]} takes another`;
  return error instanceof Error ? error.message : String(error);
}

// Nobody reads what it prints any more, as after `--help | head -1`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});
main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`power-platform-emulator: ${explain(error)}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
});
