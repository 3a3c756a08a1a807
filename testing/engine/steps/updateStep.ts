import { InitError } from "../providers/initError";
import type { ResourceState } from "../state/resourceState";
import { isProviderType } from "../state/urn";
import type { Operation } from "./operation";
import type { Step, StepDiff } from "./step";
import { timestamp } from "./timestamp";

/** Changes a resource in place. */
export function updateStep(operation: Operation, old: ResourceState, now: ResourceState, diff?: StepDiff): Step {
  let isPartial = false;
  return {
    op: "update",
    old,
    new: now,
    diff,
    counts: () => "update",
    async apply() {
      now.id = old.id;
      now.modified = timestamp();
      if (isProviderType(now.type)) {
        await operation.registry.update(now.urn, now.id, now.inputs);
        now.outputs = now.inputs;
      } else if (now.custom) {
        try {
          await update(operation, old, now);
        } catch (error) {
          isPartial = error instanceof InitError;
          throw error;
        }
      }
    },
    commit(snapshot) {
      // The object is not what these inputs ask for, so the next update has to see a difference.
      if (isPartial) now.inputs = { ...old.inputs };
      snapshot.remove(old);
      snapshot.add(now);
    },
  };
}

async function update({ registry, preview }: Operation, old: ResourceState, now: ResourceState): Promise<void> {
  const options = { preview, timeout: now.customTimeouts.update ?? 0, ignoreChanges: now.ignoreChanges };
  try {
    Object.assign(now, await registry.get(now.provider).update(now, old, now.inputs, options));
  } catch (error) {
    if (error instanceof InitError) {
      now.outputs = error.failure.properties;
      now.initErrors = error.failure.reasons;
      now.refreshBeforeUpdate = error.failure.refreshBeforeUpdate;
    }
    throw error;
  }
}
