// What the schema says of the values in an example: languages write enums, objects and optional arguments differently.

const typeName = (ref) => ref.split(":").at(-1);

/**
 * Names and values with what the schema says of them. `is` says what a value is: `enum` or `object` of a `type`, `map` of names, `list`
 * of `items`, `join` for a text with an id behind it, else `string`, `number`, `boolean`, or `any` for a union.
 */
export const argsOf = (schema, properties, required, values) =>
  Object.entries(values).map(([name, value]) => ({
    name,
    isRequired: required.includes(name),
    ...shapeOf(schema, properties[name], value),
  }));

function shapeOf(schema, spec, value) {
  if (spec === undefined) throw new Error(`The schema has no place for ${JSON.stringify(value)} of an example`);
  if (value.idOf !== undefined) return { is: "join", value };
  if (spec.type === "array") return { is: "list", items: value.map((each) => shapeOf(schema, spec.items, each)) };
  if (spec.type === "object") return mapOf(value);
  if (spec.$ref === undefined) return { is: spec.type ?? "any", value };
  const type = typeName(spec.$ref);
  const { enum: values, properties, required } = schema.types[spec.$ref.replace("#/types/", "")];
  if (properties !== undefined) return { is: "object", type, members: argsOf(schema, properties, required, value) };
  if (!values.some((each) => each.value === value)) throw new Error(`${type} has no ${String(value)}`);
  return { is: "enum", type, value };
}

/** A map of names to anything. */
function mapOf(value) {
  if (typeof value !== "object") return { is: typeof value, value };
  return { is: "map", members: Object.entries(value).map(([name, each]) => ({ name, ...mapOf(each) })) };
}
