import { isReplacing } from "../providers/diff";
import { parseProviderReference } from "../state/providerReference";
import type { ResourceState } from "../state/resourceState";
import type { Aliases } from "./aliases";
import type { Operation } from "./operation";

/**
 * Has the resource to be replaced because it has another provider than before? The new provider is asked what it would
 * mean if the old one's configuration became its own, also where the old one was of another package.
 */
export async function needsReplacementByProvider(
  { olds, providers, registry }: Operation,
  aliases: Aliases,
  old: ResourceState,
  now: ResourceState,
): Promise<boolean> {
  if (old.provider === now.provider) return false;
  if (old.provider === "" || now.provider === "") return true;
  const before = parseProviderReference(old.provider);
  const after = parseProviderReference(now.provider);
  if (aliases.taken.get(before.urn) === after.urn) return false;
  const [oldProvider, newProvider] = [olds.get(before.urn), providers.get(after.urn)];
  if (!oldProvider || !newProvider) return false;
  return isReplacing(await registry.diffSuccessor(now.provider, newProvider.inputs, oldProvider));
}
