import { readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { parse as parseYaml } from "yaml";
import type { EmulatorOptions, ListenOption, Seed } from "../emulator";
import { addressesOf } from "../emulator/addresses";
import { keptCertificate } from "../emulator/certificate/keptCertificate";
import { UsageError } from "./usageError";

/** Text of `--help`. */
export const help = `Usage: power-platform-emulator [options]

Runs a local Power Platform tenant until it is interrupted.

  -p, --port <n>            port of the API (default 8787; 0 picks a free one)
      --authority-port <n>  port of the https endpoint, which serves Entra and the API
                            (default 8788; 0 picks a free one, as does --port alone)
      --host <address>      address to listen on (default 127.0.0.1; 0.0.0.0 listens on all)
      --public-host <name>  name under which other machines find it (default: the host,
                            or the name of this machine where it listens on all addresses)
      --https               print the https address of the API also for this machine
      --cert <file>         certificate for https, as PEM (default: one of its own)
      --key <file>          private key of the certificate, as PEM
  -l, --location <folder>   keep the tenant and the certificate in this folder
      --seed <file>         objects to start with, as JSON or YAML
      --isv                 a tenant that is enrolled as a vendor, which may have ISV contracts
      --documented          answer as Microsoft's reference says, not as recorded
  -s, --silent              print the addresses alone: no requests, no variables
  -h, --help
  -v, --version`;

const known = {
  port: { type: "string", short: "p" },
  "authority-port": { type: "string" },
  host: { type: "string" },
  "public-host": { type: "string" },
  https: { type: "boolean" },
  cert: { type: "string" },
  key: { type: "string" },
  location: { type: "string", short: "l" },
  seed: { type: "string" },
  isv: { type: "boolean" },
  documented: { type: "boolean" },
  silent: { type: "boolean", short: "s" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof known }>>["values"];

/** The flag that sets an option of `Emulator.start`. */
export const flagOf: Record<ListenOption, string> = {
  host: "--host",
  port: "--port",
  httpsPort: "--authority-port",
};

/**
 * Reads the command line.
 * @throws UsageError for an option that there is not, or whose value cannot be
 */
export function readOptions(args: string[]): Values {
  try {
    return parseArgs({ args, options: known }).values;
  } catch (error) {
    throw new UsageError(firstLine(error));
  }
}

/**
 * What the options say to `Emulator.start`.
 * @throws UsageError for a port that is none and for files that cannot be read
 */
export function emulatorOptions(values: Values): EmulatorOptions {
  const { host = "127.0.0.1", location, seed } = values;
  const publicHost = values["public-host"];
  const certificate = certificateOf(values, addressesOf(host, publicHost).names);
  // A second emulator says its own --port; the other port must not stand in its way.
  const httpsPort = values["authority-port"] ?? (values.port === undefined ? "8788" : "0");
  return {
    host,
    port: portOf("--port", values.port ?? "8787"),
    httpsPort: portOf("--authority-port", httpsPort),
    answers: values.documented === true ? "documented" : "recorded",
    isv: values.isv === true,
    ...(publicHost === undefined ? {} : { publicHost }),
    ...(values.https === true ? { https: true } : {}),
    ...(certificate === undefined ? {} : { certificate }),
    ...(seed === undefined ? {} : { seed: readSeed(seed) }),
    ...(location === undefined ? {} : { stateFile: path.join(location, "tenant.json") }),
  };
}

function certificateOf({ cert, key, location }: Values, names: string[]): EmulatorOptions["certificate"] {
  if ((cert === undefined) !== (key === undefined)) throw new UsageError("--cert and --key go together");
  if (cert === undefined || key === undefined) return location === undefined ? undefined : keptIn(location, names);
  for (const [flag, file] of [
    ["--cert", cert],
    ["--key", key],
  ] as const) {
    const text = readText(flag, file);
    if (!text.includes("-----BEGIN ")) throw new UsageError(`${flag} ${file}: this is no PEM file`);
  }
  return { certFile: path.resolve(cert), keyFile: path.resolve(key) };
}

function keptIn(location: string, names: string[]): EmulatorOptions["certificate"] {
  try {
    return keptCertificate(path.resolve(location), names);
  } catch (error) {
    throw new UsageError(`--location ${location}: ${firstLine(error)}`);
  }
}

function portOf(flag: string, text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) throw new UsageError(`${flag} takes a number up to 65535, not "${text}"`);
  return port;
}

/** JSON is YAML too, so one parser reads both. */
function readSeed(file: string): Seed {
  const text = readText("--seed", file);
  try {
    return parseYaml(text) as Seed;
  } catch (error) {
    throw new UsageError(`--seed ${file}: ${firstLine(error)}`);
  }
}

function readText(flag: string, file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new UsageError(`${flag} ${file}: ${firstLine(error)}`);
  }
}

const firstLine = (error: unknown): string =>
  error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
