import { InitError } from "../providers/initError";
import type { ResourceState } from "../state/resourceState";
import { isProviderType } from "../state/urn";
import type { Operation } from "./operation";
import type { Step } from "./step";
import { timestamp } from "./timestamp";

/** Changes a resource in place. */
export function updateStep(operation: Operation, old: ResourceState, now: ResourceState): Step {
  return {
    op: "update",
    old,
    new: now,
    counts: () => "update",
    async apply() {
      now.id = old.id;
      now.modified = timestamp();
      if (isProviderType(now.type)) {
        await operation.registry.update(now.urn, now.id, now.inputs);
        now.outputs = now.inputs;
      } else if (now.custom) {
        now.outputs = await update(operation, old, now);
      }
    },
    commit(snapshot) {
      snapshot.remove(old);
      snapshot.add(now);
    },
  };
}

async function update({ registry, preview }: Operation, old: ResourceState, now: ResourceState) {
  const options = { preview, timeout: now.customTimeouts.update ?? 0, ignoreChanges: now.ignoreChanges };
  try {
    return await registry.get(now.provider).update(now, old, now.inputs, options);
  } catch (error) {
    if (error instanceof InitError) {
      now.outputs = error.properties;
      now.initErrors = error.reasons;
    }
    throw error;
  }
}
