import { isObject, type Value } from "../properties/value";

/** A list or a map from JSON text. The Pulumi CLI shows the value and not the text. */
export function decodeJson(text: string): Value | undefined {
  try {
    const value = JSON.parse(text) as Value;
    return Array.isArray(value) || isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
