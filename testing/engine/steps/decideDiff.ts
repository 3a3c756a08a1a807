import { equal } from "../properties/equal";
import { parsePath, pathContains } from "../properties/path";
import { DiffUnavailable } from "../providers/provider";
import type { ResourceState } from "../state/resourceState";
import { isProviderType } from "../state/urn";
import { diffResource, type DecidedDiff } from "./diffResource";
import type { Goal } from "./goal";
import type { Operation } from "./operation";

/** What has to happen to a recorded resource, before its options have their say. */
export async function decideDiff(
  operation: Operation,
  goal: Pick<Goal, "ignoreChanges" | "replaceOnChanges">,
  old: ResourceState,
  now: ResourceState,
): Promise<DecidedDiff> {
  if (isTargeted(operation, now.urn, old)) return changed(["id"]);
  if ((old.provider === "") !== (now.provider === "")) return changed(["provider"]);
  if (isProviderType(now.type)) return { ...changed([]), ...operation.registry.diff(old, now.inputs) };
  if (!now.custom) return { ...changed([]), changes: !equal(old.inputs, now.inputs) };
  try {
    const provider = operation.registry.get(now.provider);
    const diff = await diffResource(operation, provider, old, now.inputs, goal.ignoreChanges);
    return withReplaceOnChanges(diff, goal.replaceOnChanges, old.initErrors.length > 0);
  } catch (error) {
    if (!(error instanceof DiffUnavailable)) throw error;
    operation.report({ severity: "warning", message: error.message, urn: now.urn });
    return changed([]);
  }
}

/** Is the resource to be replaced whatever its provider says? */
export function isTargeted({ replaceTargets }: Operation, urn: string, old: ResourceState): boolean {
  return replaceTargets.has(urn) || old.taint;
}

/** `replaceOnChanges` sees only the properties that a provider names, and a dynamic one that has a `diff` names none. */
export function withReplaceOnChanges(
  diff: DecidedDiff,
  replaceOnChanges: readonly string[],
  unhealthy = false,
): DecidedDiff {
  if (!diff.changes && !unhealthy) return diff;
  const paths = replaceOnChanges.map(parsePath);
  const matches = (key: string): boolean => paths.some((path) => pathContains(path, parsePath(key)));
  const replaceKeys = [...new Set([...diff.replaceKeys, ...diff.changedKeys.filter(matches)])];
  if (!unhealthy || !matches("#initerror")) return { ...diff, replaceKeys };
  return { ...diff, changes: true, replaceKeys: [...replaceKeys, "#initerror"] };
}

function changed(replaceKeys: string[]): DecidedDiff {
  return { changes: true, replaceKeys, changedKeys: [], deleteBeforeReplace: false };
}
