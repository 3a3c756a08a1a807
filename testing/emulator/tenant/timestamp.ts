/** `2026-06-22T15:09:35.1230000Z`: seven fractional digits, as groups and billing policies carry (recorded). */
export const preciseTimestamp = (ms: number): string => new Date(ms).toISOString().replace("Z", "0000Z");

/** `2026-06-22T15:09:35Z`: whole seconds, as role assignments carry (recorded). */
export const timestamp = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+Z$/, "Z");
