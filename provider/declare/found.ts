import type { ResourceDefinition } from "./define";
import { isValues, type Values } from "./plainValues";

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
  const declared = fields.filter(
    ({ name }) => !naturalKey.includes(name) && inputs[name] !== undefined && inputs[name] !== null,
  );
  const found = Object.fromEntries(declared.map(({ name }) => [name, live[name] ?? null]));
  return JSON.stringify({ ...found, ...readFound(earlier) });
}

/** The values in that text, by name. */
export function readFound(text: unknown): Values {
  const values: unknown = typeof text === "string" ? JSON.parse(text) : undefined;
  return isValues(values) ? values : {};
}
