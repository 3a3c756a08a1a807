import type { Listed } from "../transport/listed";
import { poll } from "../transport/poll";
import type { RemoteContext } from "./context";
import type { Progress } from "./converge";
import { labelOf } from "../declare/labelOf";
import { reportProgress } from "./reportProgress";

/** Whether only a listing will show that the object is there; one that was taken over has been listed. */
export const needsListing = ({ definition, isNew }: Progress): boolean =>
  definition.readBy === "listing" && isNew === true;

/**
 * Waits until a new object that can only be read by listing is listed. State that was recorded without it would make the
 * next run take the object for deleted and make it twice. One listing serves every create that waits for it.
 * @param seen a listing that started after the create
 */
export async function confirmListed(
  progress: Progress,
  context: RemoteContext,
  seen?: Listed,
): Promise<void> {
  if (!needsListing(progress)) return;
  const { definition, place, inputs, waitMs } = progress;
  if (seen?.byId(definition.wireId, place.wireId) !== undefined) return;
  const query = { "api-version": definition.apiVersion };
  await poll({
    read: async () => {
      const listed = await context.collections.listSince(place.collection, query);
      return listed.byId(definition.wireId, place.wireId);
    },
    isDone: (live) => live !== undefined,
    describe: () => "not listed yet",
    timeoutMs: waitMs,
    clock: context.clock,
    onWait: reportProgress(context, labelOf(definition, inputs)),
    ...(context.signal === undefined ? {} : { signal: context.signal }),
  });
}
