import { isMarker } from "./markers";
import { secret } from "./secrets";
import { isObject, type Properties, type Value } from "./value";

/** The steps from a property to a value inside it: names, list indices, `*` for any. */
export type Path = (string | number)[];

/** Reads a property path such as `tags.owner`, `rules[0].port`, `["a.b"]` or `rules[*].port`. */
export function parsePath(text: string): Path {
  const path: Path = [];
  const token = /\.?(?:\[(\d+)\]|\[\*\]|\["((?:[^"\\]|\\.)*)"\]|([^.[\]]+))/y;
  while (token.lastIndex < text.length) {
    const match = token.exec(text);
    if (!match) throw new Error(`"${text}" is not a property path.`);
    const [whole, index, quoted, name] = match;
    if (index !== undefined) path.push(Number(index));
    else if (whole.endsWith("[*]")) path.push("*");
    else path.push(quoted?.replace(/\\(.)/g, "$1") ?? name ?? "");
  }
  return path;
}

/** Writes a property path, as {@link parsePath} reads it. */
export function formatPath(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === "number") return `${text}[${step}]`;
    if (step === "" || /[.[\]"]/.test(step)) return `${text}["${step.replace(/["\\]/g, "\\$&")}"]`;
    return text === "" ? step : `${text}.${step}`;
  }, "");
}

/** The inputs with the values at the ignored paths put back to what they were. */
export function resetIgnored(inputs: Properties, old: Properties, ignoreChanges: readonly string[]): Properties {
  let result: Value = inputs;
  for (const text of ignoreChanges) result = reset(result, old, parsePath(text));
  return result as Properties;
}

function reset(value: Value, old: Value | undefined, path: Path): Value {
  const [step, ...rest] = path;
  if (step === undefined) return old ?? value;
  if (isMarker(value, "secret") || isMarker(old, "secret")) {
    const inner = reset(opened(value) ?? null, opened(old), path);
    return isMarker(value, "secret") ? secret(inner) : inner;
  }
  if (Array.isArray(value) && Array.isArray(old)) {
    return value.map((element, index) =>
      (step === "*" || step === index) && index < old.length ? reset(element, old[index], rest) : element,
    );
  }
  if (!isObject(value) || !isObject(old)) return value;
  const keys = step === "*" ? Object.keys({ ...value, ...old }) : [String(step)];
  const result = { ...value };
  for (const key of keys) resetKey(result, old, key, rest);
  return result;
}

/** At the end of a path, an added property is removed and a removed one is restored. Above it there is nothing to restore. */
function resetKey(value: Properties, old: Properties, key: string, rest: Path): void {
  const before = old[key];
  const now = value[key];
  if (rest.length === 0) {
    if (before === undefined) Reflect.deleteProperty(value, key);
    else value[key] = before;
  } else if (before !== undefined && now !== undefined) {
    value[key] = reset(now, before, rest);
  }
}

function opened(value: Value | undefined): Value | undefined {
  return isMarker(value, "secret") ? (value["value"] ?? null) : value;
}

/** Whether `inner` is the path itself or inside it. */
export function pathContains(path: Path, inner: Path): boolean {
  return path.length <= inner.length && path.every((step, index) => step === "*" || step === inner[index]);
}
