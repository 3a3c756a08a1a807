import type { Value } from "../../../testing/engine/properties/value";
import { textOf } from "./textOf";

/** `Enabled` for `enabled`. */
export const capital = (value: Value | undefined): string => {
  const text = textOf(value);
  return text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();
};
