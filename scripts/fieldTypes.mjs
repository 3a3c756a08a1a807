// What a declared field is, in words that every generator maps to its own: TypeScript, the schema, the docs.

/** `list`, `object`, `enum`, `boolean`, `integer`, `number`, `guid`, `duration` (text or a number), `json` (a map of names to anything) or `text`. */
export function typeOf(node) {
  if (node.item !== undefined) return "list";
  if (node.children !== undefined) return "object";
  if (node.json !== undefined) return "json";
  if (node.values !== undefined) return "enum";
  const accepts = (value) => node.schema.safeParse(value).success;
  if (accepts(90)) return accepts("90s") ? "duration" : accepts(1.5) ? "number" : "integer";
  if (accepts(true)) return "boolean";
  return accepts("00000000-0000-4000-8000-000000000000") && !accepts("text") ? "guid" : "text";
}

/** Whether an output always has a value. */
export const isAlways = (node) => node.required || node.defaultValue !== undefined;

/** Fields and what the service adds to them, as one list: an object that both have gets the members of both. */
export function merged(fields, outputs) {
  const added = new Map(outputs.map((node) => [node.name, node]));
  const both = fields.map((node) => {
    const more = added.get(node.name);
    added.delete(node.name);
    return more === undefined ? node : { ...node, children: merged(node.children, more.children) };
  });
  return [...both, ...added.values()];
}

/** The output that every kind has. */
export const tenantWords = "The tenant that holds the object.";

export const capital = (name) => name[0].toUpperCase() + name.slice(1);

/** What an item of a list is called, `ListedBillingPolicy` of `billingPolicies`, or the one object that a function answers. */
export const itemName = ({ name, result }) =>
  result === undefined ? `${capital(name)}Result` : `Listed${capital(result).replace(/ies$/, "y").replace(/s$/, "")}`;
