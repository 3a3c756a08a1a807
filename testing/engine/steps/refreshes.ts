import type { ResourceState } from "../state/resourceState";
import type { StepExecutor } from "./executor";
import type { Operation } from "./operation";
import { refreshStep } from "./refreshStep";

/** Which resources to refresh: all, or those that are to be refreshed before every update; whether that is counted. */
export interface RefreshScope {
  counted: boolean;
  includes(state: ResourceState): boolean;
}

/** Refreshes resources in parallel and returns those that still exist. A resource that could not be read does not change. */
export async function refreshResources(
  operation: Operation,
  executor: StepExecutor,
  scope: RefreshScope,
): Promise<ResourceState[]> {
  const concerned = operation.base.filter((state) => scope.includes(state));
  const steps = new Map(concerned.map((old) => [old, refreshStep(operation, old, scope)]));
  for (const state of concerned) operation.registry.ensure(state.provider, operation.base);
  await Promise.all([...steps.values()].map((step) => executor.run([step], { independent: true })));
  const left = operation.base.map((state) => (steps.has(state) ? steps.get(state)?.new : state));
  return withoutDangling(
    left.filter((state) => state !== undefined),
    operation.base,
  );
}

/** Removes references to deleted resources and, as Pulumi does, properties without dependencies. A child of a deleted parent moves to the parent's parent. */
function withoutDangling(left: readonly ResourceState[], before: readonly ResourceState[]): ResourceState[] {
  const present = new Set(left.map((state) => state.urn));
  const parents = new Map(before.map((state) => [state.urn, state.parent]));
  const nearest = (urn: string): string => (urn === "" || present.has(urn) ? urn : nearest(parents.get(urn) ?? ""));
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
