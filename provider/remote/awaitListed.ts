import { idIn, type Listed } from "../transport/listed";
import type { RemoteContext } from "./context";
import type { ResourceDefinition } from "../declare/define";
import type { Values } from "../declare/plainValues";
import { listLive, matching } from "./find";
import { pollListing } from "./pollListing";

/** Looks for objects with the declared natural key that were not there `before`, until there are some or it is too long. */
export function awaitListed(
  definition: ResourceDefinition,
  inputs: Values,
  before: Listed,
  context: RemoteContext,
): Promise<readonly Values[]> {
  const collection = definition.address.of(inputs);
  const idOf = idIn(definition.wireId);
  const known = new Set(before.items.map(idOf));
  const look = async (): Promise<readonly Values[]> => {
    const listed = await listLive(definition, collection, context, "fresh");
    return matching(definition, listed, inputs).filter((live) => !known.has(idOf(live)));
  };
  return pollListing(look, (fresh) => fresh.length > 0, context);
}
