import { emptyState, type ResourceState } from "../state/resourceState";
import type { Goal, ReadGoal } from "./goal";

/** The state that a goal leads to, before any provider has been asked. */
export function newState(
  urn: string,
  goal: Goal,
  old: ResourceState | undefined,
  alias: string | undefined,
): ResourceState {
  return {
    ...emptyState(urn, goal.type),
    custom: goal.custom,
    inputs: goal.properties,
    parent: goal.parent,
    dependencies: goal.dependencies,
    propertyDependencies: goal.propertyDependencies,
    provider: goal.provider,
    protect: goal.protect ?? false,
    retainOnDelete: goal.retainOnDelete ?? false,
    deletedWith: goal.deletedWith,
    additionalSecretOutputs: goal.additionalSecretOutputs,
    customTimeouts: goal.customTimeouts,
    importId: goal.importId,
    ignoreChanges: goal.ignoreChanges,
    replaceOnChanges: goal.replaceOnChanges,
    hideDiff: goal.hideDiff,
    aliases: alias === undefined ? [] : [alias],
    refreshBeforeUpdate: old?.refreshBeforeUpdate ?? false,
    created: old?.created ?? "",
    modified: old?.modified ?? "",
  };
}

/** The state of a resource that is to be read. */
export function newReadState(urn: string, goal: ReadGoal, alias: string | undefined): ResourceState {
  return {
    ...emptyState(urn, goal.type),
    custom: true,
    external: true,
    id: goal.id,
    inputs: goal.properties,
    parent: goal.parent,
    dependencies: goal.dependencies,
    provider: goal.provider,
    additionalSecretOutputs: goal.additionalSecretOutputs,
    aliases: alias === undefined ? [] : [alias],
  };
}
