import type { ResourceDefinition } from "./define";
import { walk } from "./fieldTree";
import { isAbsent, isValues, type Values } from "./plainValues";

/**
 * The values of settings before the program declared them, as JSON text in the state: each value at the first declaration, or
 * null if it was never set.
 * @param earlier the text in the state
 */
export function foundText(
  { fields, naturalKey }: ResourceDefinition,
  live: Values,
  inputs: Values,
  earlier?: unknown,
): string {
  const found = walk(fields, [inputs, live], ({ name }, [declared, current]) =>
    naturalKey.includes(name) || isAbsent(declared) ? undefined : (current ?? null),
  );
  return JSON.stringify({ ...found, ...readFound(earlier) });
}

/** The values in that text, by name. */
export function readFound(text: unknown): Values {
  const values: unknown = typeof text === "string" ? JSON.parse(text) : undefined;
  return isValues(values) ? values : {};
}
