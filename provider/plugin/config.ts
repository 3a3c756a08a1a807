import { settingsTable } from "../auth/settingsTable";
import type { ConfigReader } from "../auth/configReader";
import { explicitMark } from "../auth/unknownKeys";
import { containsUnknown, type Values } from "../declare/plainValues";
import { packageName } from "../resources/typeToken";

/** The settings of a provider instance as text, by name; lists as items with commas between them. */
export type ConfigText = Readonly<Record<string, string>>;

const names: ReadonlySet<string> = new Set(settingsTable.map(({ name }) => name));
const namespace = `${packageName}:`;

/**
 * Our settings among the arguments of a provider instance. A stack that comes from the dynamic provider records them with
 * their namespace, among the whole configuration of the stack: the same settings. Values that a preview does not know are left out.
 */
export function settingsOf(args: Values): ConfigText {
  const texts = Object.entries(args).flatMap(([key, value]) => {
    const name = key.startsWith(namespace) ? key.slice(namespace.length) : key;
    const text = textOf(value);
    return names.has(name) && text !== "" && !containsUnknown(text) ? [[name, text] as const] : [];
  });
  return Object.fromEntries(texts);
}

/** Arguments that are no text come as such or as JSON. This depends on the SDK. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join(",");
  if (typeof value === "boolean" || typeof value === "number") return String(value);
  if (typeof value !== "string") return "";
  if (!/^\s*\[.*\]\s*$/s.test(value)) return value;
  try {
    return textOf(JSON.parse(value));
  } catch {
    return value;
  }
}

/** The arguments of a provider instance as settings under the keys that `readSettings` asks for. */
export function readerOf(args: Values, urn: string): ConfigReader {
  const settings = settingsOf(args);
  const mark = String(isExplicitProvider(args, urn));
  return {
    get: (key) => (key === `${namespace}${explicitMark}` ? mark : settings[key.slice(namespace.length)]),
    keys: () => Object.keys(args).map((key) => (key.includes(":") ? key : `${namespace}${key}`)),
    project: urn.split("::")[1],
  };
}

/** A name that the engine gives: `default`, with the version and the address of the plugin where a program says them. */
const engineName = /^default(?:_\d+_\d+_\d+.*|_\w+_\/\/.*)?$/;

/**
 * Whether a program made the provider. The `Provider` classes leave a mark, whatever the name; an argument list that lacks it
 * comes from YAML or from a state of an earlier version, and then the engine's own names are known.
 */
export function isExplicitProvider(args: Values, urn: string): boolean {
  if (textOf(args[explicitMark]) === "true") return true;
  const name = urn.split("::").slice(3).join("::");
  return urn !== "" && !engineName.test(name);
}
