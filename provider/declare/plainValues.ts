/** Plain values by name: inputs, outputs, a live object. */
export type Values = Readonly<Record<string, unknown>>;

export const isValues = (value: unknown): value is Values =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The value at a path such as `billingInstrument.resourceGroup`. */
export const valueAt = (values: unknown, path: string): unknown =>
  path.split(".").reduce<unknown>((value, name) => (isValues(value) ? value[name] : undefined), values);

/** Absent, null, empty text, empty list or an object of such: the service leaves unset members out or answers null. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === "") return true;
  if (Array.isArray(value)) return value.length === 0;
  return isValues(value) && Object.values(value).every(isEmpty);
}
