import type { ResourceState } from "../state/resourceState";
import { isProviderType } from "../state/urn";
import type { Operation } from "./operation";
import type { Step } from "./step";

/** A resource is protected and may not be deleted. Other deletes go on. */
export class ProtectedError extends Error {
  override readonly name = "ProtectedError";

  constructor(urn: string) {
    super(
      `resource "${urn}" cannot be deleted\nbecause it is protected. To unprotect the resource, ` +
        "remove the `protect` flag from the resource in your Pulumi program and run `pulumi up`",
    );
  }
}

/** Deletes a resource that the program no longer has. */
export function deleteStep(operation: Operation, old: ResourceState): Step {
  const op = old.external ? "discard" : "delete";
  return {
    op,
    old,
    new: undefined,
    counts: () => op,
    async apply() {
      if (old.protect) throw new ProtectedError(old.urn);
      await remove(operation, old);
    },
    commit: (snapshot) => {
      snapshot.remove(old);
    },
  };
}

/**
 * Deletes the old resource of a replacement. Before the new one is created, the resource stays in the state as one that is
 * still to be replaced.
 */
export function deleteReplacedStep(operation: Operation, old: ResourceState, options: { first: boolean }): Step {
  return {
    op: old.external ? "discard-replaced" : "delete-replaced",
    old,
    new: undefined,
    counts: () => undefined,
    async apply() {
      await remove(operation, old);
      if (options.first) old.pendingReplacement = true;
    },
    commit(snapshot) {
      if (!options.first) snapshot.remove(old);
    },
  };
}

/** Removes a resource from the state that was deleted for a replacement that did not happen. */
export function removePendingReplaceStep(old: ResourceState): Step {
  return {
    op: "remove-pending-replace",
    old,
    new: undefined,
    counts: () => undefined,
    apply: () => Promise.resolve(),
    commit: (snapshot) => {
      snapshot.remove(old);
    },
  };
}

async function remove({ registry, preview, deletes }: Operation, old: ResourceState): Promise<void> {
  const goesByItself = old.deletedWith !== "" && deletes.has(old.deletedWith);
  if (preview || old.external || old.retainOnDelete || goesByItself || !old.custom) return;
  if (isProviderType(old.type)) await registry.delete(old.urn, old.id);
  else await registry.get(old.provider).delete(old, old, old.customTimeouts.delete ?? 0);
}
