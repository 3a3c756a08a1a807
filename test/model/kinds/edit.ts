import { isDeepStrictEqual } from "node:util";

import type { Properties } from "../../../testing/engine/properties/value";
import type { Value } from "../../../testing/engine/properties/value";

/** A property by its path and what it is set to; `undefined` takes it away. */
export type Edit = readonly [path: string, value: Value | undefined];

/** The properties with an edit made. */
export function edited(properties: Properties, [path, value]: Edit): Properties {
  const [name = "", ...rest] = path.split(".");
  const { [name]: before, ...others } = properties;
  if (rest.length > 0) {
    const inside = (before ?? {}) as Properties;
    return { ...properties, [name]: edited(inside, [rest.join("."), value]) };
  }
  return value === undefined ? others : { ...properties, [name]: value };
}

/** Whether anything is different afterwards. */
export const isEdit = (properties: Properties, edit: Edit): boolean =>
  !isDeepStrictEqual(edited(properties, edit), properties);
