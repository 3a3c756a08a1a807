/** Waits between looks for something that is on its way: 1, 2, 4, 8, 10, 10… seconds. `round` counts from 1. */
export function growingWaitMs(round: number): number {
  return Math.min(1_000 * 2 ** Math.min(round - 1, 10), 10_000);
}

const BASE_MS = 1_000;
const CAP_MS = 30_000;

/**
 * Wait before the attempt after `attempt` (from 1) when the server named no time: doubles from one second, at most 30 s,
 * of which the upper half is random so that many clients do not come back together.
 */
export function jitteredWaitMs(attempt: number, random: () => number): number {
  const ceiling = Math.min(BASE_MS * 2 ** Math.min(attempt - 1, 10), CAP_MS);
  return Math.round(ceiling / 2 + (random() * ceiling) / 2);
}
