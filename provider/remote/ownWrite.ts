import { objectOf } from "../declare/identity";
import type { Values } from "../declare/plainValues";
import { PowerPlatformError } from "../errors";
import type { RemoteContext } from "./context";
import { readItem } from "./item";
import type { Located } from "./located";
import { collectionOf } from "./look";
import { pollListing } from "./pollListing";

/**
 * Corrects the listings of this process after a write of our own: it left the object live, or (`undefined`) deleted it. The item of
 * an object that is only a member of it is corrected by `confirmInItem`.
 */
export function recordWrite(located: Located, live: Values | undefined, { collections }: RemoteContext): void {
  const { definition, place } = located;
  // Settings stay with their parent, and their shape records its own writes.
  if (definition.shape === "setting" || definition.ofItem !== undefined) return;
  if (live === undefined) collections.remove(collectionOf(located), place.wireId);
  else collections.put(collectionOf(located), live);
}

/**
 * Where the object is a member of an item of its collection: reads the item until it shows what a write has left there. That also
 * proves what the end of an operation, or an answer without one, only claims.
 * @throws PowerPlatformError with the outcome `unknown` when it does not show it.
 */
export async function confirmInItem(located: Located, isThere: boolean, context: RemoteContext): Promise<void> {
  const { definition, place } = located;
  if (definition.ofItem === undefined) return;
  const isAsAsked = (item: Values | undefined): boolean =>
    (objectOf(definition, item, place) !== undefined) === isThere;
  const item = await pollListing(() => readItem(located, context), isAsAsked, context);
  if (!isAsAsked(item)) {
    const seen = isThere ? "does not show it" : "still shows it";
    throw new PowerPlatformError(`the service accepted the change, and ${place.collection}/${place.wireId} ${seen}`, {
      outcome: "unknown",
    });
  }
  if (item !== undefined) context.collections.put(collectionOf(located), item);
}
