import { settingsTable } from "../auth/settingsTable";
import type { ConfigReader } from "../auth/configReader";
import type { Values } from "../declare/plainValues";
import { containsUnknown } from "../declare/unknown";
import { packageName } from "../resources/typeToken";

/** The settings of a provider instance as text, by name; lists as items with commas between them. */
export type ConfigText = Readonly<Record<string, string>>;

const names: ReadonlySet<string> = new Set(settingsTable.map(({ name }) => name));
const namespace = `${packageName}:`;

/**
 * Our settings among the arguments of a provider instance. A stack that comes from the dynamic provider records them with
 * their namespace, among the whole configuration of the stack: the same settings. What a preview does not know yet is left out.
 */
export function settingsOf(args: Values): ConfigText {
  const texts = Object.entries(args).flatMap(([key, value]) => {
    const name = key.startsWith(namespace) ? key.slice(namespace.length) : key;
    const text = textOf(value);
    return names.has(name) && text !== "" && !containsUnknown(text) ? [[name, text] as const] : [];
  });
  return Object.fromEntries(texts);
}

/** Arguments that are no text come as such or as JSON, by the SDK that sends them. */
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

/** Settings under the keys that `readSettings` asks for. */
export const readerOf = (settings: ConfigText, isExplicit: boolean): ConfigReader => ({
  get: (key) => (key === `${namespace}explicit` ? String(isExplicit) : settings[key.slice(namespace.length)]),
});

/** Whether a program made the provider. The engine names its own `default`, or `default_` and a version. */
export function isExplicitProvider(urn: string): boolean {
  const name = urn.split("::").slice(3).join("::");
  return urn !== "" && name !== "default" && !name.startsWith("default_");
}
