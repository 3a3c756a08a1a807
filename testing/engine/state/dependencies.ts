import { parseProviderReference } from "./providerReference";
import type { ResourceState } from "./resourceState";

/** The URNs a resource depends on: parent, provider, dependencies of the whole and of single properties. */
export function dependencyUrnsOf(state: ResourceState): Set<string> {
  const urns = new Set([...state.dependencies, ...Object.values(state.propertyDependencies).flat()]);
  if (state.parent !== "") urns.add(state.parent);
  if (state.deletedWith !== "") urns.add(state.deletedWith);
  if (state.provider !== "") urns.add(parseProviderReference(state.provider).urn);
  return urns;
}

/** The resources each resource depends on. Several may share a URN while one is being replaced: the one listed before counts. */
export function dependencyGraph(resources: readonly ResourceState[]): Map<ResourceState, ResourceState[]> {
  const graph = new Map<ResourceState, ResourceState[]>();
  const latest = new Map<string, ResourceState>();
  for (const state of resources) {
    const found = [...dependencyUrnsOf(state)].map((urn) => latest.get(urn));
    graph.set(
      state,
      found.filter((dependency) => dependency !== undefined),
    );
    latest.set(state.urn, state);
  }
  return graph;
}

/** All resources that depend on `root`, directly or through others, in the order of the list; parents do not count. */
export function dependentsOf(root: ResourceState, resources: readonly ResourceState[]): ResourceState[] {
  const reached = new Set([root.urn]);
  const dependents: ResourceState[] = [];
  for (const state of resources.slice(resources.indexOf(root) + 1)) {
    const urns = dependencyUrnsOf({ ...state, parent: "", deletedWith: "" });
    if (![...urns].some((urn) => reached.has(urn))) continue;
    reached.add(state.urn);
    dependents.push(state);
  }
  return dependents;
}
