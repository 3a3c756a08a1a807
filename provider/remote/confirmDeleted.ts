import { isDeleted } from "../declare/identity";
import { PowerPlatformError } from "../errors";
import type { RemoteContext } from "./context";
import type { Located } from "./located";
import { isMissing, isNotFound, isParentMissing } from "./missing";
import { pollListing } from "./pollListing";
import { shapeOf } from "./shapes";

/**
 * Whether an object is deleted although its delete failed: somebody else deleted it, or the answer was lost. The tenant decides.
 * If the caller may not read it, only the service's own code for a missing object counts.
 */
export async function confirmDeleted(located: Located, error: unknown, context: RemoteContext): Promise<boolean> {
  const { definition } = located;
  const look = (): Promise<boolean | undefined> =>
    shapeOf(definition)
      .readNow(located, context)
      .then(
        (live) => !isDeleted(definition, live),
        () => undefined,
      );
  if (isSaidMissing(located, error) || isNotFound(error)) {
    // A part of the service may not know a new object yet, and may show a deleted one for a moment.
    const isShown = await pollListing(look, (shown) => shown !== true, context);
    return isShown === false || (isShown === undefined && isSaidMissing(located, error));
  }
  if (!(error instanceof PowerPlatformError)) return false;
  // The remove of a member that is none is refused (recorded for groups), as much else is.
  const isOpen = error.outcome === "unknown" || (definition.shape === "link" && error.status === 400);
  return isOpen && (await look()) === false;
}

/** Whether the service answers a delete with its code for a missing object. */
export const isSaidMissing = ({ definition }: Located, error: unknown): boolean =>
  isMissing(definition, error) || isParentMissing(definition, error);
