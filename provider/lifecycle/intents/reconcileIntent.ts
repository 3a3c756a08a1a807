import { idIn } from "../../transport/listed";
import type { Context } from "../context";
import { createKey } from "../../declare/createKey";
import type { Place, ResourceDefinition } from "../../declare/define";
import { isMadeAt } from "../existing";
import { labelOf } from "../../declare/labelOf";
import type { Values } from "../../declare/plainValues";
import { idOfLive, listLive, matching } from "../../remote/find";

/**
 * Forgets that an earlier run was interrupted in a create whose object is in state now, and live. Where the interrupted create
 * was carried out after a later one had already been, there are two: the user is told of the other as long as it is there.
 */
export async function reconcileIntent(
  definition: ResourceDefinition,
  place: Place,
  recorded: Values,
  tenantId: string,
  context: Context,
): Promise<void> {
  const keyOf = (): string => createKey(definition, recorded, tenantId);
  const sentAt = await context.intentLog.leftAt(keyOf);
  if (sentAt === undefined) return;
  const idOf = idIn(definition.wireId);
  const listed = await listLive(definition, place, context);
  const others = matching(definition, listed, recorded).filter(
    (live) => idOf(live) !== place.wireId.toLowerCase() && isMadeAt(definition, live, sentAt),
  );
  if (others.length === 0) {
    await context.intentLog.recorded(keyOf());
    return;
  }
  const ids = others.map((live) => idOfLive(definition, recorded, live));
  await context.warn(
    `${labelOf(definition, recorded)} is there more than once: beside the one in state there is ${ids.join(", ")}, made when a run of this stack was interrupted.\n` +
      "  Nothing was changed. Delete it, unless somebody else has made it.",
  );
}
