import { nearest } from "../nearest";
import type { ConfigReader } from "./configReader";
import { type SettingName, settingsTable } from "./settingsTable";

const packageName = "power-platform";
const namespace = `${packageName}:`;

/** The mark that the `Provider` classes leave among their arguments. */
export const explicitMark = "explicit";

/** Keys that Pulumi itself puts among the arguments of a provider. */
const pulumiKeys = /^(?:version|pluginDownloadURL|parameterization|__.*)$/;

const names: readonly SettingName[] = settingsTable.map(({ name }) => name);
const known: ReadonlySet<string> = new Set([...names, explicitMark]);

/** A key of ours that means nothing, without its namespace. */
export interface UnknownKey {
  readonly property: string;
  readonly reason: string;
}

/**
 * Keys in our namespace that are no setting: misspelled, or of another tool. Ignoring one would let a deployment run as somebody
 * else, such as whoever is signed in to the Azure CLI.
 */
export function unknownKeys(config: ConfigReader, isExplicit: boolean): readonly UnknownKey[] {
  const keys = config.keys?.() ?? [];
  return keys
    .filter((key) => key.startsWith(namespace))
    .map((key) => key.slice(namespace.length))
    .filter((key) => !known.has(key) && !pulumiKeys.test(key))
    .flatMap((property) => {
      const near = nearestName(property);
      const isOwnOfProject = !isExplicit && config.project === packageName && near?.isLikely !== true;
      return isOwnOfProject ? [] : [{ property, reason: reasonFor(property, isExplicit, near) }];
    });
}

type Near = ReturnType<typeof nearestName>;

/** By the names of settings and of their variables: `ARM_CLIENT_ID` is near `clientId`. */
function nearestName(property: string) {
  const spellings = settingsTable.flatMap(({ name, env }) => [name, ...env].map((word) => ({ name, word })));
  const found = nearest(
    property,
    spellings.map(({ word }) => word),
  );
  const name = spellings.find(({ word }) => word === found?.word)?.name;
  return found === undefined || name === undefined ? undefined : { name, isLikely: found.isLikely };
}

function reasonFor(property: string, isExplicit: boolean, near: Near): string {
  const written = (name: string): string => (isExplicit ? name : `${namespace}${name}`);
  const name = near === undefined ? "" : written(near.name);
  const advice = near?.isLikely === true ? `write ${name}` : `the nearest is ${name}; known are ${names.join(", ")}`;
  return isExplicit
    ? `is not an argument of the provider: ${advice}`
    : `${namespace}${property} is not a setting of the provider: ${advice}`;
}
