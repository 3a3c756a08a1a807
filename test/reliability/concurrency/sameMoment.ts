import type { BusyTenant } from "./busyTenant";

/**
 * Holds requests of a method back until so many have come in, and lets them go together: both runs have looked before either
 * of them writes, and both have written before either of them looks again.
 */
export function together(busy: BusyTenant, operationIds: readonly string[], count: number): void {
  const waiting = new Map<string, (() => void)[]>();
  busy.meanwhile = async ({ operationId = "" }) => {
    if (!operationIds.includes(operationId)) return;
    const held = waiting.get(operationId) ?? [];
    waiting.set(operationId, held);
    await new Promise<void>((resolve) => {
      held.push(resolve);
      if (held.length === count) for (const go of held.splice(0)) go();
    });
  };
}
