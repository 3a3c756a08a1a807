import { equal } from "../properties/equal";
import { parsePath, pathContains } from "../properties/path";
import { replacing } from "../properties/propertyDiff";
import { DiffUnavailable } from "../providers/provider";
import type { ResourceState } from "../state/resourceState";
import { isProviderType } from "../state/urn";
import type { Aliases } from "./aliases";
import { diffResource, type DecidedDiff } from "./diffResource";
import type { Goal } from "./goal";
import type { Operation } from "./operation";
import { needsReplacementByProvider } from "./providerChange";

/** The decision about a recorded resource, before its options are applied. */
export async function decideDiff(
  operation: Operation,
  aliases: Aliases,
  goal: Pick<Goal, "ignoreChanges" | "replaceOnChanges">,
  old: ResourceState,
  now: ResourceState,
): Promise<DecidedDiff> {
  if (isTargeted(operation, now.urn, old)) return changed(["id"]);
  if (await needsReplacementByProvider(operation, aliases, old, now)) return changed(["provider"]);
  if (!now.custom) return { ...changed([]), changes: !equal(old.inputs, now.inputs) };
  try {
    const diff = isProviderType(now.type)
      ? await operation.registry.diff(old, now.urn, now.inputs)
      : await diffByProvider(operation, goal, old, now);
    return withReplaceOnChanges(diff, goal.replaceOnChanges, old.initErrors.length > 0);
  } catch (error) {
    if (!(error instanceof DiffUnavailable)) throw error;
    operation.report({ severity: "warning", message: error.message, urn: now.urn });
    return changed([]);
  }
}

/** Whether the resource is replaced whatever its provider answers. */
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
  const details = Object.entries(diff.detailedDiff ?? {}).map(
    ([path, change]) => [path, matches(path) ? replacing(change) : change] as const,
  );
  const detailedDiff = diff.detailedDiff && Object.fromEntries(details);
  if (!unhealthy || !matches("#initerror")) return { ...diff, replaceKeys, detailedDiff };
  return { ...diff, changes: true, replaceKeys: [...replaceKeys, "#initerror"], detailedDiff };
}

function diffByProvider(
  operation: Operation,
  goal: Pick<Goal, "ignoreChanges">,
  old: ResourceState,
  now: ResourceState,
): Promise<DecidedDiff> {
  const provider = operation.registry.get(now.provider);
  return diffResource(operation, provider, { ...old, urn: now.urn }, now.inputs, goal.ignoreChanges);
}

function changed(replaceKeys: string[]): DecidedDiff {
  return { changes: true, replaceKeys, changedKeys: [], detailedDiff: undefined, deleteBeforeReplace: false };
}
