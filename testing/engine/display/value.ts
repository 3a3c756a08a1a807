import { isMarker, unknown } from "../properties/markers";
import { isObject, type Value } from "../properties/value";

/** A value as text: secrets and unknowns only named, maps and lists as in JSON. */
export function renderValue(value: Value): string {
  if (value === unknown) return "[unknown]";
  if (isMarker(value, "secret")) return "[secret]";
  if (isMarker(value, "resource")) return JSON.stringify(value["urn"]);
  if (Array.isArray(value)) return `[${value.map(renderValue).join(", ")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const shown = Object.entries(value).filter(([key]) => !key.startsWith("__"));
  return `{${shown.map(([key, element]) => ` ${key}: ${renderValue(element)}`).join(",")} }`;
}
