import { ConfigurationError, registerSecret } from "../errors";
import type { ResolvedSettings, Setting } from "./resolvedSettings";
import { pickCredential } from "./pickCredential";
import { type SettingRow, settingsTable } from "./settingsTable";
import { failuresOf } from "./validate";

export type LogLevel = "off" | "info" | "debug";

/** Settings that are valid each by itself; whether they suffice to sign in is decided when somebody signs in. */
export interface Settings {
  readonly resolved: ResolvedSettings;
  readonly pollTimeoutMs: number;
  readonly maxConcurrency: number;
  readonly log: LogLevel;
}

export interface SettingsSources {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Reads stack configuration, or the arguments of an explicit provider, by key. */
  readonly config?: { get(key: string): string | undefined } | Readonly<Record<string, string | undefined>>;
  /** Whether `config` holds the arguments of an explicit provider. @default the mark `power-platform:explicit` in it */
  readonly explicit?: boolean;
}

/** The mark that the `Provider` class leaves among its arguments. */
const explicitKey = "power-platform:explicit";

/**
 * Reads every setting: from the environment, else from stack configuration. Of an explicit provider its own arguments come
 * first, and the environment gives what they leave out. An empty text counts as absent. A credential kind that the
 * first source gives leaves those of the second unused, so that their halves never mix.
 *
 * Secrets are registered for redaction.
 * @throws ConfigurationError with everything that is wrong.
 */
export function readSettings(sources: SettingsSources): Settings {
  const get = reader(sources.config);
  const isExplicit = sources.explicit ?? get(explicitKey) === "true";
  const entries = settingsTable.flatMap((row) => {
    const setting = settingOf(row, sources.env, get, isExplicit);
    return setting === undefined ? [] : [[row.name, setting] as const];
  });
  const resolved = pickCredential(Object.fromEntries(entries));
  const failures = failuresOf(resolved);
  if (failures.length > 0)
    throw new ConfigurationError(`The settings are not valid.\n  ${failures.join("\n  ")}`);
  return {
    resolved,
    pollTimeoutMs: Number(resolved.pollTimeout?.value ?? 600) * 1_000,
    maxConcurrency: Number(resolved.maxConcurrency?.value ?? 8),
    log: (resolved.log?.value.toLowerCase() ?? "off") as LogLevel,
  };
}

type Get = (key: string) => string | undefined;

function reader(config: SettingsSources["config"] = {}): Get {
  const isReader = typeof config.get === "function";
  return isReader
    ? (key) => (config as { get: Get }).get(key)
    : (key) => (config as Record<string, string | undefined>)[key];
}

function settingOf(
  row: SettingRow,
  env: SettingsSources["env"],
  get: Get,
  isExplicit: boolean,
): Setting | undefined {
  const fromEnv = row.env.map((origin) => ({ origin, value: env[origin]?.trim(), isFirst: !isExplicit }));
  const label = isExplicit ? `the provider's argument ${row.name}` : row.config;
  const value = get(row.config)?.trim();
  const fromConfig = { origin: label, value, isFirst: isExplicit, isRecorded: row.secret === true };
  const candidates = isExplicit ? [fromConfig, ...fromEnv] : [...fromEnv, fromConfig];
  const found = candidates.find(({ value }) => value !== undefined && value !== "");
  // Also those that lose: they are secrets all the same.
  if (row.secret === true) for (const { value } of candidates) registerSecret(value ?? "");
  return found?.value === undefined ? undefined : { ...found, value: found.value };
}
