import { isObject, type Value } from "../properties/value";

/** A list or a map out of its JSON text, which the Pulumi CLI shows as what it stands for. */
export function decodeJson(text: string): Value | undefined {
  try {
    const value = JSON.parse(text) as Value;
    return Array.isArray(value) || isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
