import { InitError } from "../providers/initError";
import type { ResourceState } from "../state/resourceState";
import { isProviderType } from "../state/urn";
import type { Operation } from "./operation";
import type { Step, StepDiff } from "./step";
import { timestamp } from "./timestamp";

/** Makes a resource. */
export function createStep(operation: Operation, now: ResourceState): Step {
  return {
    op: "create",
    old: undefined,
    new: now,
    counts: () => "create",
    apply: () => create(operation, now),
    commit: (snapshot) => {
      snapshot.add(now);
    },
  };
}

/** Creates the new resource of a replacement. `deleteLater` marks the old one, which is deleted at the end of the operation. */
export function createReplacementStep(
  operation: Operation,
  old: ResourceState,
  now: ResourceState,
  options: { deleteLater: boolean; replaceKeys: readonly string[]; diff?: StepDiff | undefined },
): Step {
  return {
    op: "create-replacement",
    old,
    new: now,
    replaceKeys: options.replaceKeys,
    diff: options.diff,
    counts: () => undefined,
    async apply() {
      try {
        await create(operation, now);
        if (options.deleteLater) old.delete = true;
      } catch (error) {
        if (error instanceof InitError && options.deleteLater) old.delete = true;
        throw error;
      }
    },
    commit(snapshot) {
      if (old.pendingReplacement) snapshot.remove(old);
      snapshot.add(now);
    },
  };
}

async function create({ registry, preview }: Operation, now: ResourceState): Promise<void> {
  now.created = now.modified = timestamp();
  if (isProviderType(now.type)) {
    now.id = registry.create(now.urn, now.inputs);
    now.outputs = now.inputs;
  } else if (now.custom) {
    const timeout = now.customTimeouts.create ?? 0;
    try {
      const made = await registry.get(now.provider).create(now.urn, now.inputs, { preview, timeout });
      now.id = made.id;
      now.outputs = made.outputs;
      now.refreshBeforeUpdate = made.refreshBeforeUpdate;
    } catch (error) {
      if (error instanceof InitError) {
        now.id = error.failure.id;
        now.outputs = error.failure.properties;
        now.initErrors = error.failure.reasons;
        now.refreshBeforeUpdate = error.failure.refreshBeforeUpdate;
      }
      throw error;
    }
  }
}
