import type { Listed } from "../transport/listed";
import type { Context } from "./context";
import type { ResourceDefinition } from "./define";
import type { Values } from "./fieldTree";
import { listLive, matching, wireIdOf } from "./find";

/** Pauses between looks: an accepted change may take a moment to be shown. */
export const pausesMs = [0, 1_000, 2_000, 4_000, 8_000];

/** Looks for objects with the declared natural key that were not there `before`, until there are some or it is too long. */
export async function awaitNew(
  definition: ResourceDefinition,
  inputs: Values,
  before: Listed,
  context: Context,
): Promise<readonly Values[]> {
  const collection = definition.address.of(inputs);
  const known = new Set(before.items.map((live) => wireIdOf(definition, live)?.toLowerCase()));
  for (const pauseMs of pausesMs) {
    if (pauseMs > 0) await context.clock.sleep(pauseMs, context.signal);
    const listed = await listLive(definition, collection, context, "fresh");
    const fresh = matching(definition, listed, inputs).filter(
      (live) => !known.has(wireIdOf(definition, live)?.toLowerCase()),
    );
    if (fresh.length > 0) return fresh;
  }
  return [];
}
