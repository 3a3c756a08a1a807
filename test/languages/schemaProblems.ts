import { isValues, type Values } from "../../provider/declare/plainValues";
import { type ObjectSpec, pluginSchema, type PropertySpec, typeOf } from "./pluginSchema";

/** A value that is known only when the program runs, such as the id of a resource; it suits every type. */
export const unknown = Symbol("unknown");

/** What is wrong with the arguments of a resource, a function or the provider, each with its path; nothing if all is right. */
export function schemaProblems(token: string, args: Values): string[] {
  const spec = specOf(token);
  return spec === undefined ? [`${token} is not in the schema`] : objectProblems(spec, args, token);
}

/** A token may leave out the module `index`, as YAML programs do. */
function specOf(token: string): ObjectSpec | undefined {
  const full = token.replace(/^([^:]+):([^:]+)$/, "$1:index:$2");
  if (token === `pulumi:providers:${pluginSchema.name}`) return { properties: pluginSchema.provider.inputProperties };
  const resource = pluginSchema.resources[full];
  if (resource === undefined) return pluginSchema.functions[full]?.inputs;
  return { properties: resource.inputProperties, required: resource.requiredInputs };
}

function objectProblems({ properties, required = [] }: ObjectSpec, values: Values, at: string): string[] {
  const missing = required.filter((name) => values[name] === undefined);
  return [
    ...missing.map((name) => `${at}.${name} is missing`),
    ...Object.entries(values).flatMap(([name, value]) => {
      const spec = properties[name];
      return spec === undefined ? [`${at}.${name} is unknown`] : valueProblems(spec, value, `${at}.${name}`);
    }),
  ];
}

function valueProblems(spec: PropertySpec, value: unknown, at: string): string[] {
  if (value === unknown) return [];
  const type = typeOf(spec);
  if (type?.enum !== undefined) {
    const values = type.enum.map((each) => each.value);
    return values.includes(value as string) ? [] : [`${at} is none of ${values.join(", ")}`];
  }
  if (type?.properties !== undefined)
    return isValues(value)
      ? objectProblems({ ...type, properties: type.properties }, value, at)
      : [`${at} is no object`];
  if (spec.items !== undefined) {
    const { items } = spec;
    return Array.isArray(value)
      ? value.flatMap((each, index) => valueProblems(items, each, `${at}[${index}]`))
      : [`${at} is no list`];
  }
  const types = (spec.oneOf ?? [spec]).map((each) => each.type);
  const kinds = Number.isInteger(value) ? ["number", "integer"] : [typeof value];
  return types.some((type) => kinds.includes(String(type))) ? [] : [`${at} is no ${types.join(" or ")}`];
}
