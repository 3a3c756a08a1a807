import { ConflictError } from "../errors";
import { idIn, type Listed } from "../transport/listed";
import type { RemoteContext } from "./context";
import type { Progress } from "./converge";
import { idOfLive, matching, wireIdOf } from "./find";
import { confirmDeleted } from "./confirmDeleted";
import type { ResourceDefinition } from "../declare/define";
import type { Values } from "../declare/plainValues";
import { pollListing, pausesMs } from "./pollListing";
import { sendDelete } from "./sendDelete";

/**
 * Two runs that look at the same moment both find nothing and both make the object; the service stores both. So whoever has
 * made one looks again: the one that was made first stays, and the other is deleted by the run that made it.
 * @returns the listing that it looked at; `undefined` when there is none, which is no reason for a create to fail
 * @throws ConflictError when ours was deleted.
 */
export async function yieldToRival(progress: Progress, context: RemoteContext): Promise<Listed | undefined> {
  // Who is told to stop keeps what it has made; the next run sees a rival as an object of somebody else's.
  if (context.signal?.aborted === true) return undefined;
  const { definition, place, inputs, live: ours } = progress;
  const query = { "api-version": definition.apiVersion };
  const look = (): Promise<Listed | undefined> =>
    context.collections.listSince(place.collection, query).catch(() => undefined);
  const idOf = idIn(definition.wireId);
  const rivalsIn = (seen: Listed | undefined): readonly Values[] =>
    seen === undefined
      ? []
      : matching(definition, seen, inputs).filter((live) => idOf(live) !== place.wireId.toLowerCase());
  const isAlone = (seen: Listed | undefined): boolean => rivalsIn(seen).length === 0;
  let listed = await look();
  if (!isAlone(listed) && rivalsIn(listed).every((rival) => isBefore(definition, ours, rival))) {
    // The other run has the time to find ours and to delete its own.
    listed = await pollListing(look, isAlone, context, pausesMs.slice(1));
  }
  if (isAlone(listed)) return listed;
  await sendDelete(definition, place, context).catch(async (error: unknown) => {
    if (!(await confirmDeleted(definition, place, error, context))) throw error;
  });
  context.collections.remove(place.collection, definition.wireId, place.wireId);
  progress.isWritten = false;
  const ids = rivalsIn(listed).map((rival) => idOfLive(definition, inputs, rival));
  throw new ConflictError(
    `somebody else, or another run, made the same at the same time: ${ids.join(", ")}. Ours was deleted again, and nothing else was changed.\n` +
      "  If this program is to manage it, set `adopt: true` on the resource. To keep both, change what tells them apart.",
  );
}

/** Of two that were made in the same moment, as far as the service says, the one with the smaller id came first. */
function isBefore(definition: ResourceDefinition, a: Values, b: Values): boolean {
  const [madeA, madeB] = [a, b].map((live) => Date.parse(String(live[definition.createdAt])));
  if (madeA !== madeB) return (madeA ?? 0) < (madeB ?? 0);
  return (wireIdOf(definition, a) ?? "").toLowerCase() < (wireIdOf(definition, b) ?? "").toLowerCase();
}
