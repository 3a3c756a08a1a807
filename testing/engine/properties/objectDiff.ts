import { equal } from "./equal";
import { isMarker } from "./markers";
import { formatPath, type Path } from "./path";
import type { DetailedDiff, PropertyDiff } from "./propertyDiff";
import { isSecret } from "./secrets";
import { isObject, type Properties, type Value } from "./value";

/** How two maps differ, as Pulumi compares them (sdk/go/common/resource/properties_diff.go). */
export interface ObjectDiff {
  readonly kind: "object";
  adds: Map<string, Value>;
  deletes: Map<string, Value>;
  updates: Map<string, ValueDiff>;
  sames: Map<string, Value>;
}

/** How two lists differ, by index. */
export interface ArrayDiff {
  readonly kind: "array";
  adds: Map<number, Value>;
  deletes: Map<number, Value>;
  updates: Map<number, ValueDiff>;
  sames: Map<number, Value>;
}

/** How two values differ: two maps or two lists inside, anything else as a whole. */
export interface ValueDiff {
  old: Value | undefined;
  new: Value | undefined;
  inner?: ObjectDiff | ArrayDiff;
}

/** Whether the property with this path is left out. */
export type Ignore = (path: Path) => boolean;

const nothing: Ignore = () => false;

/** Whether it is Pulumi's own. */
export function isInternal(key: string | number | undefined): boolean {
  return typeof key === "string" && key.startsWith("__");
}

/** A difference without any content. */
export function emptyObjectDiff(): ObjectDiff {
  return { kind: "object", adds: new Map(), deletes: new Map(), updates: new Map(), sames: new Map() };
}

/** A difference without any content. */
export function emptyArrayDiff(): ArrayDiff {
  return { kind: "array", adds: new Map(), deletes: new Map(), updates: new Map(), sames: new Map() };
}

/** What differs between two maps; nothing if they are the same. */
export function diffObjects(
  old: Properties,
  now: Properties,
  ignore: Ignore = nothing,
  path: Path = [],
): ObjectDiff | undefined {
  const diff = emptyObjectDiff();
  for (const key of new Set([...Object.keys(old), ...Object.keys(now)])) {
    if (!ignore([...path, key])) compareAt(diff, key, old[key], now[key], ignore, path);
  }
  return hasChanges(diff) ? diff : undefined;
}

/** What differs between two values; nothing if they are the same. */
export function diffValues(
  old: Value | undefined,
  now: Value | undefined,
  ignore: Ignore = nothing,
  path: Path = [],
): ValueDiff | undefined {
  if (Array.isArray(old) && Array.isArray(now)) {
    const inner = emptyArrayDiff();
    for (let index = 0; index < Math.max(old.length, now.length); index++)
      compareAt(inner, index, old[index], now[index], ignore, path);
    return hasChanges(inner) ? { old, new: now, inner } : undefined;
  }
  if (isMap(old) && isMap(now)) {
    const inner = diffObjects(old, now, ignore, path);
    return inner && { old, new: now, inner };
  }
  return equal(old, now) ? undefined : { old, new: now };
}

/** Every key that is known to differ or not, sorted. */
export function keysOf(diff: ObjectDiff): string[] {
  const keys = [diff.adds, diff.deletes, diff.sames, diff.updates].flatMap((part) => [...part.keys()]);
  return [...new Set(keys)].sort();
}

/** The properties that differ, sorted. */
export function topKeysOf(diff: ObjectDiff): string[] {
  return keysOf(diff).filter((key) => !diff.sames.has(key));
}

/** The difference in the words of a provider's detailed one, between inputs. */
export function detailsOf(diff: ObjectDiff): DetailedDiff {
  const details: Record<string, PropertyDiff> = {};
  const collect = (part: ObjectDiff | ArrayDiff, path: Path): void => {
    const add = (keys: Iterable<string | number>, kind: PropertyDiff["kind"]): void => {
      for (const key of keys) details[formatPath([...path, key])] = { kind, inputDiff: true };
    };
    add(part.adds.keys(), "add");
    add(part.deletes.keys(), "delete");
    for (const [key, { inner }] of part.updates) {
      if (inner) collect(inner, [...path, key]);
      else add([key], "update");
    }
  };
  collect(diff, []);
  return details;
}

function hasChanges(diff: ObjectDiff | ArrayDiff): boolean {
  return diff.adds.size + diff.deletes.size + diff.updates.size > 0;
}

/** In a map, null equals a missing property. In a list it is an element. */
function compareAt<Key extends string | number>(
  diff: {
    kind: string;
    adds: Map<Key, Value>;
    deletes: Map<Key, Value>;
    updates: Map<Key, ValueDiff>;
    sames: Map<Key, Value>;
  },
  key: Key,
  old: Value | undefined,
  now: Value | undefined,
  ignore: Ignore,
  path: Path,
): void {
  const isNothing = (value: Value | undefined): boolean =>
    value === undefined || (diff.kind === "object" && value === null);
  const [comes, goes] = [isNothing(old), isNothing(now)];
  if (comes && goes) return;
  if (comes) diff.adds.set(key, now ?? null);
  else if (goes) diff.deletes.set(key, old ?? null);
  else {
    const inner = diffValues(old, now, ignore, [...path, key]);
    if (inner) diff.updates.set(key, inner);
    else diff.sames.set(key, old ?? null);
  }
}

/** Secrets and references are compared as a whole. */
function isMap(value: Value | undefined): value is Properties {
  return isObject(value) && !isSecret(value) && !isMarker(value, "resource");
}
