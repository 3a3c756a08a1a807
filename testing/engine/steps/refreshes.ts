import type { ResourceState } from "../state/resourceState";
import type { StepExecutor } from "./executor";
import type { Operation } from "./operation";
import { refreshStep } from "./refreshStep";

/** Refreshes all resources side by side and gives back what is left of them; what could not be read stays as it was. */
export async function refreshResources(
  operation: Operation,
  executor: StepExecutor,
  options: { counted: boolean },
): Promise<ResourceState[]> {
  const steps = operation.base.map((old) => refreshStep(operation, old, options));
  for (const state of operation.base) operation.registry.ensure(state.provider, operation.base);
  await Promise.all(steps.map((step) => executor.run([step], { independent: true })));
  const left = steps.map((step) => step.new).filter((state) => state !== undefined);
  return withoutDangling(left, operation.base);
}

/** Drops references to resources that are gone, and, as Pulumi does, properties that depend on none; a child whose parent is gone goes to the parent's parent. */
function withoutDangling(left: readonly ResourceState[], before: readonly ResourceState[]): ResourceState[] {
  const present = new Set(left.map((state) => state.urn));
  const parents = new Map(before.map((state) => [state.urn, state.parent]));
  const nearest = (urn: string): string =>
    urn === "" || present.has(urn) ? urn : nearest(parents.get(urn) ?? "");
  const kept = (urns: readonly string[]): string[] => urns.filter((urn) => present.has(urn));
  return left.map((state) => ({
    ...state,
    parent: nearest(state.parent),
    deletedWith: present.has(state.deletedWith) ? state.deletedWith : "",
    dependencies: kept(state.dependencies),
    propertyDependencies: Object.fromEntries(
      Object.entries(state.propertyDependencies)
        .map(([key, urns]) => [key, kept(urns)] as const)
        .filter(([, urns]) => urns.length > 0),
    ),
  }));
}
