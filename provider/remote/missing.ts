import { NotFoundError, PowerPlatformError } from "../errors";
import type { ResourceDefinition } from "../declare/define";

const hasCode = ({ codes = [] }: PowerPlatformError, known: readonly string[] = []): boolean =>
  codes.some((code) => known.includes(code));

/** Any 404. A wrong host answers RouteNotFound, which is about no object. */
export const isNotFound = (error: unknown): error is NotFoundError =>
  error instanceof NotFoundError && !hasCode(error, ["RouteNotFound"]);

/** A 404 with the service's code for a missing object of this kind. Any other may come from a proxy or gateway. */
export const isMissing = (definition: ResourceDefinition, error: unknown): boolean =>
  isNotFound(error) && hasCode(error, definition.missing);

/** The service says that the parent of the collection does not exist. */
export const isParentMissing = (definition: ResourceDefinition, error: unknown): boolean =>
  error instanceof PowerPlatformError &&
  (error.status === 400 || error.status === 404) &&
  hasCode(error, definition.parentMissing);
