import { PowerPlatformError } from "../errors";
import type { RemoteContext } from "./context";
import type { Located } from "./located";
import { isMissing, isNotFound, isParentMissing } from "./missing";
import { pollListing } from "./pollListing";
import { shapeOf } from "./shapes";

/**
 * Whether an object is deleted although its delete failed: somebody was faster, or the answer was lost. What the tenant shows
 * decides. Where nobody may look, only the service's own word for a missing object does.
 */
export async function confirmDeleted(
  located: Located,
  error: unknown,
  context: RemoteContext,
): Promise<boolean> {
  const look = (): Promise<boolean | undefined> =>
    shapeOf(located.definition)
      .readNow(located, context)
      .then(
        (live) => live !== undefined,
        () => undefined,
      );
  if (isSaidMissing(located, error) || isNotFound(error)) {
    // What has just been made may be unknown to a part of the service, and what was deleted may be shown for a moment.
    const isShown = await pollListing(look, (shown) => shown !== true, context);
    return isShown === false || (isShown === undefined && isSaidMissing(located, error));
  }
  if (!(error instanceof PowerPlatformError) || error.outcome !== "unknown") return false;
  return (await look()) === false;
}

/** Whether the service answers a delete with there being no such object. */
export const isSaidMissing = ({ definition }: Located, error: unknown): boolean =>
  isMissing(definition, error) || isParentMissing(definition, error);
