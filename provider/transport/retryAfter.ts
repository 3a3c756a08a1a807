/**
 * How long the service asks to wait: `retry-after-ms`, `x-ms-retry-after-ms`, or `Retry-After` as seconds or as an
 * HTTP date. A date is taken relative to the answer's own `Date`, so that a wrong clock here does not matter.
 */
export function retryAfterMs(headers: Readonly<Record<string, string>>, nowMs: number): number | undefined {
  return (
    amount(headers["retry-after-ms"], 1) ??
    amount(headers["x-ms-retry-after-ms"], 1) ??
    amount(headers["retry-after"], 1_000) ??
    untilDate(headers["retry-after"], headers.date, nowMs)
  );
}

function amount(value: string | undefined, unitMs: number): number | undefined {
  if (value === undefined || !/^\s*\d{1,12}(?:\.\d+)?\s*$/.test(value)) return undefined;
  return Math.ceil(Number(value) * unitMs);
}

function untilDate(value: string | undefined, sentAt: string | undefined, nowMs: number): number | undefined {
  const at = dateOf(value);
  return at === undefined ? undefined : Math.max(0, at - (dateOf(sentAt) ?? nowMs));
}

/** `Date.parse` takes almost anything for a date; an HTTP date has a weekday and a time. */
function dateOf(value: string | undefined): number | undefined {
  if (value === undefined || !/^[a-z]{3,9},? .*\d\d:\d\d:\d\d/i.test(value.trim())) return undefined;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : at;
}
