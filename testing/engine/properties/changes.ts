import { equal } from "./equal";
import { isSecret } from "./secrets";
import { isMarker } from "./markers";
import { isObject, type Properties, type Value } from "./value";

/** One difference between two sets of properties. */
export interface Change {
  /** Where, such as `tags.owner` or `rules[0].port`. */
  path: string;
  old?: Value;
  new?: Value;
}

/** Every difference at every depth. Names that begin with `__` are Pulumi's own and left out. */
export function changesBetween(old: Properties, now: Properties): Change[] {
  const changes: Change[] = [];
  collectMap(old, now, "", changes);
  return changes;
}

function collectMap(old: Properties, now: Properties, prefix: string, changes: Change[]): void {
  for (const key of [...new Set([...Object.keys(old), ...Object.keys(now)])].sort()) {
    if (key.startsWith("__")) continue;
    collect(old[key], now[key], joined(prefix, key), changes);
  }
}

function collect(old: Value | undefined, now: Value | undefined, path: string, changes: Change[]): void {
  if (equal(old, now)) return;
  if (isPlainMap(old) && isPlainMap(now)) {
    collectMap(old, now, path, changes);
  } else if (Array.isArray(old) && Array.isArray(now)) {
    for (let index = 0; index < Math.max(old.length, now.length); index++) {
      collect(old[index], now[index], `${path}[${index}]`, changes);
    }
  } else {
    changes.push({ path, ...(old === undefined ? {} : { old }), ...(now === undefined ? {} : { new: now }) });
  }
}

function isPlainMap(value: Value | undefined): value is Properties {
  return isObject(value) && !isSecret(value) && !isMarker(value, "resource");
}

function joined(prefix: string, key: string): string {
  if (/[.[\]"]/.test(key)) return `${prefix}["${key.replace(/["\\]/g, "\\$&")}"]`;
  return prefix === "" ? key : `${prefix}.${key}`;
}
