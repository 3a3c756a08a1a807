import { formatProviderReference, parseProviderReference } from "./providerReference";
import type { ResourceState } from "./resourceState";
import { createUrn, nameOf, qualifiedTypeOf, stackType, typeOf } from "./urn";

/** Points every reference to a renamed resource at its new URN, and moves children whose parent was renamed. */
export function fixReferences(resources: readonly ResourceState[]): ResourceState[] {
  const renamed = new Map<string, string>();
  for (const state of resources) {
    for (const alias of state.aliases) renamed.set(alias, state.urn);
    const parent = renamed.get(state.parent);
    if (parent !== undefined && qualifiedTypeOf(parent) !== stackType) {
      const [, , stack = ""] = state.urn.split(":", 3);
      const project = state.urn.split("::")[1] ?? "";
      renamed.set(state.urn, createUrn(stack, project, parent, typeOf(state.urn), nameOf(state.urn)));
    }
  }
  if (renamed.size === 0) return [...resources];
  return resources.map((state) => renameIn(state, (urn) => renamed.get(urn) ?? urn));
}

function renameIn(state: ResourceState, rename: (urn: string) => string): ResourceState {
  const { urn: providerUrn, id } = state.provider === "" ? { urn: "", id: "" } : parseProviderReference(state.provider);
  return {
    ...state,
    urn: rename(state.urn),
    parent: rename(state.parent),
    deletedWith: rename(state.deletedWith),
    provider: state.provider === "" ? "" : formatProviderReference(rename(providerUrn), id),
    dependencies: state.dependencies.map(rename),
    propertyDependencies: Object.fromEntries(
      Object.entries(state.propertyDependencies).map(([key, urns]) => [key, urns.map(rename)]),
    ),
    aliases: [],
  };
}
