import { isValues, type Values, valueAt } from "./plainValues";

/** The text of the provider, which Pulumi's dynamic-provider process runs. */
export const providerKey = "__provider";

/** The resource's option `ignoreChanges`, which Pulumi does not tell a dynamic provider. */
export const ignoreChangesKey = "__ignoreChanges";

const internalKeys: ReadonlySet<string> = new Set([providerKey, ignoreChangesKey]);

/** Separates the inputs: those of the SDK and those of the program. */
export function splitInternal(inputs: Values): { readonly internal: Values; readonly declared: Values } {
  const those = (areInternal: boolean): Values =>
    Object.fromEntries(Object.entries(inputs).filter(([name]) => internalKeys.has(name) === areInternal));
  return { internal: those(true), declared: those(false) };
}

/** Properties that the program leaves to others. */
export function ignoredIn(inputs: Values): readonly string[] {
  const ignored = inputs[ignoreChangesKey];
  return Array.isArray(ignored) ? ignored.filter((path) => typeof path === "string") : [];
}

/**
 * The inputs with the properties that the program leaves to others (`ignoreChanges`) as they are live. The engine gives
 * these their recorded values, which is not enough where they have changed in the tenant since.
 * @param ignored paths such as `billingInstrument.resourceGroup`, in any of Pulumi's spellings; `*` is everything. Items of
 * lists are not told apart.
 */
export function applyIgnoreChanges(inputs: Values, live: Values, ignored: readonly string[]): Values {
  const paths = ignored.flatMap((path) => (path === "*" ? Object.keys(inputs) : [dotted(path)]));
  return paths.reduce((kept, path) => withValueAt(kept, path.split("."), valueAt(live, path)), inputs);
}

/** `billingInstrument["resourceGroup"]` is `billingInstrument.resourceGroup`. */
const dotted = (path: string): string => path.replace(/\["([^"]*)"\]/g, ".$1").replace(/^\./, "");

function withValueAt(values: Values, [name = "", ...rest]: readonly string[], value: unknown): Values {
  if (rest.length === 0) return { ...values, [name]: value };
  const inside = values[name];
  return isValues(inside) ? { ...values, [name]: withValueAt(inside, rest, value) } : values;
}
