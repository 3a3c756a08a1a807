/** A property value as it travels between program, engine and provider: JSON, with Pulumi's marker objects for secrets and references. */
export type Value = null | boolean | number | string | Value[] | { [key: string]: Value };

/** The properties of a resource by name. */
export type Properties = Record<string, Value>;

/** Whether the value is a map, marker objects included. */
export function isObject(value: Value | undefined): value is Properties {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Applies `change` to the elements of a list or map; any other value comes back as it is. */
export function mapElements(value: Value, change: (element: Value) => Value): Value {
  if (Array.isArray(value)) return value.map(change);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, element]) => [key, change(element)]));
}
