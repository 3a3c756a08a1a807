import type { Outcome } from "../errors";

/** What the status of a failed call says about the change it asked for. */
export function outcomeOf(status: number): Outcome {
  // 408 and 499 are given when the two sides lost each other; a redirect comes from something in between.
  const isLost = status < 400 || status >= 500 || status === 408 || status === 499;
  return isLost ? "unknown" : "refused";
}
