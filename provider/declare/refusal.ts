import { ConflictError } from "../errors";
import type { Change } from "./compare";
import type { ResourceDefinition } from "./define";
import { containsUnknown, type Values } from "./plainValues";

/** The error of changes that the service would refuse for certain. `undefined` if it may make them, or if they are not known yet. */
export function certainRefusal(
  { refuses }: Pick<ResourceDefinition, "refuses">,
  live: Values,
  changes: readonly Pick<Change, "path" | "declared">[],
): ConflictError | undefined {
  const wanted = changes
    .filter(({ declared }) => !containsUnknown(declared))
    .map(({ path, declared }) => [path, declared]);
  const reason = refuses?.(live, Object.fromEntries(wanted) as Values);
  return reason === undefined ? undefined : new ConflictError(`${reason}; nothing was sent`, { outcome: "refused" });
}
