import type { ResourceDefinition } from "./define";
import { isValues, type Values } from "./plainValues";

/**
 * What settings were before the program declared them, as the JSON text that state records: each as it was when the program
 * first did, null where it had never been set.
 * @param earlier the text that state has
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

/** What that text says, by name. */
export function readFound(text: unknown): Values {
  const values: unknown = typeof text === "string" ? JSON.parse(text) : undefined;
  return isValues(values) ? values : {};
}
