/**
 * What Pulumi's Node SDK sends for a value that a preview does not know yet. It has the form of a GUID, so it has to be
 * asked for before any validation. Source: `@pulumi/pulumi` runtime/rpc.ts, `unknownValue`.
 */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

export const isUnknown = (value: unknown): boolean => value === UNKNOWN;

/** True when the value or anything inside it is unknown. */
export function containsUnknown(value: unknown): boolean {
  if (isUnknown(value)) return true;
  if (typeof value === "string") return value.includes(UNKNOWN);
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some(containsUnknown);
}
