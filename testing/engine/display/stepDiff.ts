import { isMarker, unknown } from "../properties/markers";
import {
  diffObjects,
  diffValues,
  emptyArrayDiff,
  emptyObjectDiff,
  isInternal,
  type ArrayDiff,
  type ObjectDiff,
  type ValueDiff,
} from "../properties/objectDiff";
import { formatPath, parsePath, pathContains, type Path } from "../properties/path";
import type { DiffKind } from "../properties/propertyDiff";
import { isSecret } from "../properties/secrets";
import { isObject, type Properties, type Value } from "../properties/value";
import type { DoneStep } from "../recorder";

/** What a reader is shown of a change: the difference, and which paths of it the option `hideDiff` hides. */
export interface ShownDiff {
  diff: ObjectDiff | undefined;
  hidden: Path[];
}

/**
 * What a provider's detailed diff says, in terms of values: old ones are outputs, unless it says otherwise, new ones are
 * inputs, or after a refresh what was found (pkg/engine/detailedDiff.go in Pulumi).
 */
export function translateDetailedDiff(step: DoneStep, { refreshed }: { refreshed: boolean }): ShownDiff {
  const root: ValueDiff = { old: undefined, new: undefined };
  const hidden: Path[] = [];
  const hides = hiddenPathsOf(step);
  for (const [text, { kind, inputDiff }] of Object.entries(step.diff?.detailedDiff ?? {})) {
    const path = parsed(text);
    const hiding = hides.find((one) => pathContains(one, path));
    if (hiding) hidden.push(hiding);
    else {
      const olds = (inputDiff ? step.old?.inputs : step.old?.outputs) ?? {};
      const news = (refreshed ? step.new?.outputs : step.new?.inputs) ?? {};
      insert(root, path, kind, olds, news);
    }
  }
  return { diff: root.inner?.kind === "object" ? root.inner : undefined, hidden: unique(hidden) };
}

/** What differs between two sets of properties, without what is Pulumi's own or hidden. */
export function shownDiff(step: DoneStep, old: Properties, now: Properties): ShownDiff {
  const hides = hiddenPathsOf(step);
  const hidden: Path[] = [];
  const diff = diffObjects(old, now, (path) => {
    const hiding = hides.find((one) => pathContains(one, path));
    if (hiding) hidden.push(hiding);
    return hiding !== undefined || isInternal(path.at(-1));
  });
  return { diff: diff ?? (hidden.length > 0 ? emptyObjectDiff() : undefined), hidden: unique(hidden) };
}

/** The paths that a step's resource hides. */
export function hiddenPathsOf(step: DoneStep): Path[] {
  return ((step.new ?? step.old)?.hideDiff ?? []).map(parsePath);
}

function insert(
  parent: ValueDiff,
  [step, ...rest]: Path,
  kind: DiffKind,
  oldParent: Value | undefined,
  newParent: Value | undefined,
): void {
  if (step === undefined) return;
  const [old, now] = [child(oldParent, step), child(newParent, step)];
  if (typeof step === "number") {
    const inner = parent.inner?.kind === "array" ? parent.inner : emptyArrayDiff();
    parent.inner = inner;
    record(inner, step, rest, kind, old, now);
  } else {
    const inner = parent.inner?.kind === "object" ? parent.inner : emptyObjectDiff();
    parent.inner = inner;
    record(inner, step, rest, kind, old, now);
  }
}

/** At the end of a path, the provider's kind of change is used. Above it, a value is added or removed as a whole. */
function record<Key extends string | number>(
  inner: Omit<ObjectDiff | ArrayDiff, "adds" | "deletes" | "updates"> & {
    adds: Map<Key, Value>;
    deletes: Map<Key, Value>;
    updates: Map<Key, ValueDiff>;
  },
  key: Key,
  rest: Path,
  kind: DiffKind,
  old: Value | undefined,
  now: Value | undefined,
): void {
  const isLeaf = rest.length === 0;
  const comes = isLeaf ? kind.startsWith("add") : isNothing(old) && !isNothing(now);
  const goes = isLeaf ? kind.startsWith("delete") : !isNothing(old) && isNothing(now);
  if (comes) inner.adds.set(key, now ?? null);
  else if (goes) inner.deletes.set(key, old ?? null);
  else if (isLeaf) inner.updates.set(key, diffValues(old, now) ?? { old, new: now });
  else {
    const within = inner.updates.get(key) ?? { old: undefined, new: undefined };
    inner.updates.set(key, within);
    insert(within, rest, kind, old, now);
  }
}

/** The parts of a secret or unknown value are not known, so the value itself is used for them. */
function child(value: Value | undefined, step: string | number): Value | undefined {
  if (Array.isArray(value)) return typeof step === "number" ? value[step] : undefined;
  if (isSecret(value) || typeof value === "string") return isSecret(value) ? value : unknownOrNothing(value);
  if (!isObject(value) || isMarker(value, "resource")) return undefined;
  return typeof step === "string" ? value[step] : undefined;
}

function unknownOrNothing(value: Value | undefined): Value | undefined {
  return value === unknown ? value : undefined;
}

function isNothing(value: Value | undefined): boolean {
  return value === undefined || value === null;
}

function parsed(text: string): Path {
  try {
    return parsePath(text);
  } catch {
    return [text];
  }
}

function unique(paths: readonly Path[]): Path[] {
  const byText = new Map(paths.map((path) => [formatPath(path), path]));
  return [...byText].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, path]) => path);
}
