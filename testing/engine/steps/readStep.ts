import { InitError } from "../providers/initError";
import { changesBetween } from "../properties/changes";
import { unknown } from "../properties/markers";
import type { ResourceState } from "../state/resourceState";
import type { Operation } from "./operation";
import type { Step } from "./step";

/** Reads a resource that this stack does not manage, also in a preview unless its id is unknown. */
export function readStep(
  operation: Operation,
  old: ResourceState | undefined,
  now: ResourceState,
  options: { replacing: boolean },
): Step {
  return {
    op: options.replacing ? "read-replacement" : "read",
    old,
    new: now,
    counts: () =>
      !options.replacing && old && changesBetween(old.outputs, now.outputs).length > 0 ? "read" : undefined,
    async apply() {
      if (now.id !== unknown) await read(operation, now);
      if (options.replacing && old) old.delete = true;
      now.created = old?.created ?? "";
      now.modified = old?.modified ?? "";
    },
    commit(snapshot) {
      if (old && !options.replacing) snapshot.remove(old);
      snapshot.add(now);
    },
  };
}

async function read({ registry }: Operation, now: ResourceState): Promise<void> {
  try {
    const known = { inputs: now.inputs, outputs: now.inputs };
    const found = await registry.get(now.provider).read(now, known, now.customTimeouts.read ?? 0);
    if (found.outputs === undefined) throw new Error(`resource '${now.id}' does not exist`);
    now.outputs = found.outputs;
    if (found.id !== "") now.id = found.id;
  } catch (error) {
    if (error instanceof InitError) {
      now.outputs = error.failure.properties;
      now.initErrors = error.failure.reasons;
    }
    throw error;
  }
}
