import type { Value } from "../../../testing/engine/properties/value";

/** A value that is text; "" for any other. */
export const textOf = (value: Value | undefined): string => (typeof value === "string" ? value : "");

/** The same without regard to case. */
export const foldedText = (value: Value | undefined): string => textOf(value).toLowerCase();
