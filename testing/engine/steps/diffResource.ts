import { resetIgnored } from "../properties/path";
import type { Properties } from "../properties/value";
import { diffObjects, topKeysOf, detailsOf } from "../properties/objectDiff";
import type { Diff } from "../providers/diff";
import type { Provider } from "../providers/provider";
import type { ResourceState } from "../state/resourceState";
import type { Operation } from "./operation";

/** A difference that has been decided on. */
export interface DecidedDiff extends Diff {
  changes: boolean;
}

/** Asks the provider what new inputs would change; where it does not say, the inputs are compared. */
export async function diffResource(
  { preview }: Pick<Operation, "preview">,
  provider: Provider,
  old: ResourceState,
  news: Properties,
  ignoreChanges: readonly string[],
): Promise<DecidedDiff> {
  const diff = await provider.diff(old, old, news, { preview, ignoreChanges });
  if (diff.changes !== undefined) return { ...diff, changes: diff.changes };
  const found = diffObjects(old.inputs, resetIgnored(news, old.inputs, ignoreChanges));
  if (!found) return { ...diff, changes: false };
  return { ...diff, changes: true, changedKeys: topKeysOf(found), detailedDiff: detailsOf(found) };
}
