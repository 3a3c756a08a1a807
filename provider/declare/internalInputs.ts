import type { Values } from "./plainValues";

/** The text of the provider, which Pulumi's dynamic-provider process runs. */
export const providerKey = "__provider";

/** The resource's option `ignoreChanges`, which Pulumi does not tell a dynamic provider. */
export const ignoreChangesKey = "__ignoreChanges";

const internalKeys: ReadonlySet<string> = new Set([providerKey, ignoreChangesKey]);

/** Separates the inputs: those of the SDK and those of the program. */
export function splitInternal(inputs: Values): { readonly internal: Values; readonly declared: Values } {
  const isInternal = ([name]: readonly [string, unknown]): boolean => internalKeys.has(name);
  const entries = Object.entries(inputs);
  return {
    internal: Object.fromEntries(entries.filter(isInternal)),
    declared: Object.fromEntries(entries.filter((entry) => !isInternal(entry))),
  };
}

/** Properties that the program leaves to others. */
export function ignoredIn(inputs: Values): readonly string[] {
  const ignored = inputs[ignoreChangesKey];
  return Array.isArray(ignored) ? ignored.filter((path) => typeof path === "string") : [];
}
