import { dependencyGraph } from "../state/dependencies";
import type { ResourceState } from "../state/resourceState";
import { deleteReplacedStep, deleteStep, removePendingReplaceStep } from "./deleteStep";
import type { StepExecutor } from "./executor";
import type { Operation } from "./operation";
import type { Step } from "./step";

/** Deletes resources, each after all of its dependents. What a kept resource depends on is kept. */
export async function deleteResources(
  operation: Operation,
  executor: StepExecutor,
  condemned: readonly ResourceState[],
): Promise<void> {
  for (const state of condemned) {
    operation.deletes.add(state.urn);
    operation.registry.ensure(state.provider, operation.base);
  }
  const isCondemned = new Set(condemned);
  const dependencies = dependencyGraph(operation.base);
  const dependents = new Map(condemned.map((state) => [state, 0]));
  const condemnedDependencies = (state: ResourceState): ResourceState[] =>
    (dependencies.get(state) ?? []).filter((dependency) => isCondemned.has(dependency));
  for (const state of condemned) {
    for (const dependency of condemnedDependencies(state)) count(dependents, dependency, 1);
  }

  const remove = async (state: ResourceState): Promise<void> => {
    if (!(await executor.run([stepFor(operation, state)]))) return;
    const free = condemnedDependencies(state).filter((dependency) => count(dependents, dependency, -1) === 0);
    await Promise.all(free.map(remove));
  };
  await Promise.all(condemned.filter((state) => dependents.get(state) === 0).map(remove));
}

function stepFor(operation: Operation, state: ResourceState): Step {
  if (state.delete) return deleteReplacedStep(operation, state, { first: false });
  return state.pendingReplacement ? removePendingReplaceStep(state) : deleteStep(operation, state);
}

function count(counts: Map<ResourceState, number>, state: ResourceState, change: number): number {
  const result = (counts.get(state) ?? 0) + change;
  counts.set(state, result);
  return result;
}
