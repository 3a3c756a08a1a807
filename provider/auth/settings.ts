import { ConfigurationError, registerSecret } from "../errors";
import type { ConfigReader } from "./configReader";
import { oneIdentity, unusedVariables } from "./oneIdentity";
import {
  argumentsSource,
  configurationSource,
  type Candidates,
  isOn,
  type ResolvedSettings,
  type Setting,
} from "./resolvedSettings";
import { type SettingRow, settingsTable } from "./settingsTable";
import { explicitMark, unknownKeys } from "./unknownKeys";
import { failuresOf } from "./validate";

export type LogLevel = "off" | "info" | "debug";

/** Settings that are valid each by itself; whether they suffice to sign in is decided when somebody signs in. */
export interface Settings {
  readonly resolved: ResolvedSettings;
  readonly pollTimeoutMs: number;
  readonly maxConcurrency: number;
  readonly log: LogLevel;
  /** What a person should know although it is no error. */
  readonly warnings: readonly string[];
}

export interface SettingsSources {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Reads stack configuration, or the arguments of an explicit provider, by key. */
  readonly config?: ConfigReader | Readonly<Record<string, string | undefined>>;
  /** Whether `config` holds the arguments of an explicit provider. @default the mark `power-platform:explicit` in it */
  readonly explicit?: boolean;
}

/**
 * Reads every setting: from the environment, else from stack configuration. Of an explicit provider its own arguments come
 * first, and the environment gives what they leave out. An empty text counts as absent. The parts of an identity come from one source.
 *
 * Secrets are registered for redaction.
 * @throws ConfigurationError with everything that is wrong.
 */
export function readSettings(sources: SettingsSources): Settings {
  const config = readerOf(sources.config);
  const isExplicit = sources.explicit ?? config.get(`power-platform:${explicitMark}`) === "true";
  const candidates = candidatesIn(sources.env, config, isExplicit);
  const resolved = oneIdentity(candidates);
  const failures = [...unknownKeys(config, isExplicit).map(lineOf(isExplicit)), ...failuresOf(resolved)];
  if (failures.length > 0) throw new ConfigurationError(`The settings are not valid.\n  ${failures.join("\n  ")}`);
  return {
    resolved,
    pollTimeoutMs: Number(resolved.pollTimeout?.value ?? 600) * 1_000,
    maxConcurrency: Number(resolved.maxConcurrency?.value ?? 8),
    log: (resolved.log?.value.toLowerCase() ?? "off") as LogLevel,
    warnings: unusedVariables(candidates, resolved),
  };
}

const lineOf =
  (isExplicit: boolean) =>
  ({ property, reason }: { readonly property: string; readonly reason: string }): string =>
    isExplicit ? `"${property}" ${reason}` : reason;

function readerOf(config: SettingsSources["config"] = {}): ConfigReader {
  if (typeof config.get === "function") return config as ConfigReader;
  const values = config as Readonly<Record<string, string | undefined>>;
  return { get: (key) => values[key], keys: () => Object.keys(values) };
}

function candidatesIn(env: SettingsSources["env"], config: ConfigReader, isExplicit: boolean): Candidates {
  const rows: readonly SettingRow[] = settingsTable;
  const read = (row: SettingRow): readonly Setting[] => candidatesOf(row, env, config, isExplicit);
  const useOidc = rows.filter(({ name }) => name === "useOidc").flatMap(read)[0];
  const entries = rows.map((row) => [row.name, read(isOn(useOidc) ? withOidc(row) : row)] as const);
  const build = env.TF_BUILD?.trim() ?? "";
  const tfBuild = { value: build, origin: "TF_BUILD", source: "SYSTEM", isFirst: !isExplicit };
  return {
    ...Object.fromEntries(entries.filter(([, found]) => found.length > 0)),
    ...(/^(?:true|1)$/i.test(build) ? { tfBuild: [tfBuild] } : {}),
  };
}

const withOidc = (row: SettingRow): SettingRow => ({ ...row, env: [...row.env, ...(row.oidcEnv ?? [])] });

function candidatesOf(
  row: SettingRow,
  env: SettingsSources["env"],
  config: ConfigReader,
  isExplicit: boolean,
): readonly Setting[] {
  const fromEnv = row.env.map((origin) => ({
    origin,
    source: origin.split("_", 1)[0] ?? "",
    value: cleaned(row, env[origin]),
    isFirst: !isExplicit,
  }));
  const fromConfig = {
    origin: isExplicit ? `the provider's argument ${row.name}` : row.config,
    source: isExplicit ? argumentsSource : configurationSource,
    value: cleaned(row, config.get(row.config)),
    isFirst: isExplicit,
    isRecorded: row.secret === true,
  };
  const found = (isExplicit ? [fromConfig, ...fromEnv] : [...fromEnv, fromConfig]).filter(({ value }) => value !== "");
  // Also those that lose: they are secrets all the same.
  if (row.secret === true) for (const { value } of found) registerSecret(value);
  return found;
}

/** Spaces are part of a password. A token is often copied with the word that stands before it in a header. */
function cleaned({ verbatim, bearer }: SettingRow, value: string | null | undefined): string {
  // An argument whose output is undefined comes as null where it is a secret.
  const text = verbatim === true ? (value ?? "") : (value ?? "").trim();
  return bearer === true ? text.replace(/^(?:authorization\s*:\s*)?bearer\s+/i, "") : text;
}
