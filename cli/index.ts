#!/usr/bin/env node
import { endOnClosedPipe } from "./closedPipe";
import type { Command } from "./command";
import { tell } from "../provider/errors";
import { version } from "../provider/version";
import { UsageError } from "./command";

interface Entry {
  summary: string;
  /** Loaded on demand, so `--help` is quick. */
  load: () => Promise<Command>;
}

/** Every subcommand; each is one file of this folder. */
const commands: Record<string, Entry> = {
  "import-file": {
    summary: "write what a tenant holds as a file for `pulumi import --file`",
    load: async () => (await import("./importFile.js")).importFile,
  },
  whoami: {
    summary: "say which identity and tenant a deployment would use, and try them",
    load: async () => (await import("./whoami.js")).whoami,
  },
};

async function main([name, ...args]: string[]): Promise<number> {
  if (name === "--version" || name === "-v") {
    print(version);
    return 0;
  }
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    print(overview());
    return name === undefined ? 2 : 0;
  }
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (entry === undefined) throw new UsageError(`there is no command "${name}"; see --help`);
  const command = await entry.load();
  if (args.includes("--help") || args.includes("-h")) {
    print(command.help);
    return 0;
  }
  return command.run(args);
}

function overview(): string {
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(14)}${summary}`);
  return ["Usage: pulumi-power-platform <command> [options]", "", "Commands:", ...lines, "", "--help, --version"].join(
    "\n",
  );
}

const print = (text: string): boolean => process.stdout.write(`${text}\n`);

endOnClosedPipe(process.stdout, process.stderr);
main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`pulumi-power-platform: ${tell(error)}\n`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  },
);
