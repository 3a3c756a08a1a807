import { PowerPlatformError } from "../errors";
import type { RemoteContext } from "./context";
import type { Place, ResourceDefinition } from "../declare/define";
import { getLive, isMissing, isParentGone } from "./find";
import { pollListing } from "./pollListing";

/** Whether the object is gone although its delete failed: somebody was faster, or the answer was lost. */
export async function confirmDeleted(
  definition: ResourceDefinition,
  place: Place,
  error: unknown,
  context: RemoteContext,
): Promise<boolean> {
  return isSaidGone(definition, place, error)
    ? !(await isStillShown(definition, place, context))
    : isGoneAllTheSame(definition, place, error, context);
}

/** Whether the service answers a delete with there being no such object. */
export const isSaidGone = (definition: ResourceDefinition, place: Place, error: unknown): boolean =>
  isMissing(error) || isParentGone(definition, place, error);

/**
 * Whether the service keeps showing an object of which it says that it does not exist: what has just been made may be
 * unknown to a part of the service. Where nobody may look, its word holds.
 */
function isStillShown(
  definition: ResourceDefinition,
  place: Place,
  context: RemoteContext,
): Promise<boolean> {
  const look = (): Promise<boolean> =>
    getLive(definition, place, context).then(
      (live) => live !== undefined,
      () => false,
    );
  return pollListing(look, (isShown) => !isShown, context);
}

/** Whether a delete of which nobody knows the outcome has happened. Where nobody may look, it is not known either. */
async function isGoneAllTheSame(
  definition: ResourceDefinition,
  place: Place,
  error: unknown,
  context: RemoteContext,
): Promise<boolean> {
  if (!(error instanceof PowerPlatformError) || error.outcome !== "unknown") return false;
  return getLive(definition, place, context).then(
    (live) => live === undefined,
    () => false,
  );
}
