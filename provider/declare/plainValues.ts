/** Plain values by name: inputs, outputs, a live object. */
export type Values = Readonly<Record<string, unknown>>;

export const isValues = (value: unknown): value is Values =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const isAbsent = (value: unknown): value is undefined | null => value === undefined || value === null;

/** The value at a path such as `billingInstrument.resourceGroup`. */
export const valueAt = (values: unknown, path: string): unknown =>
  path.split(".").reduce<unknown>((value, name) => (isValues(value) ? value[name] : undefined), values);

/** Absent, null, empty text, empty list or an object of such: the service leaves unset members out or answers null. */
export function isEmpty(value: unknown): boolean {
  if (isAbsent(value) || value === "") return true;
  if (Array.isArray(value)) return value.length === 0;
  return isValues(value) && Object.values(value).every(isEmpty);
}

/**
 * What Pulumi's Node SDK sends for a value that a preview does not know yet. It has the form of a GUID, so it has to be
 * asked for before any validation. Source: `@pulumi/pulumi` runtime/rpc.ts, `unknownValue`.
 */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** True when the value or anything inside it is unknown. */
export function containsUnknown(value: unknown): boolean {
  if (typeof value === "string") return value.includes(UNKNOWN);
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some(containsUnknown);
}
