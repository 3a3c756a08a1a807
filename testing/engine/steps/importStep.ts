import { InitError } from "../providers/initError";
import type { Found } from "../providers/provider";
import type { ResourceState } from "../state/resourceState";
import { packageOf } from "../state/urn";
import type { Operation } from "./operation";
import type { Step } from "./step";
import { timestamp } from "./timestamp";

/** The differences between the ways to import. */
export interface ImportOptions {
  /** The state that was recorded under the URN and is replaced. */
  replaced?: ResourceState | undefined;
  /** Refuses the import. */
  before?: () => void;
  /** Looks at what was found. */
  after?: () => Promise<void>;
}

/**
 * Imports an existing object as its provider reads it, also in a preview. The object is the old state of the step,
 * so only what the program changes is shown.
 */
export function importStep(operation: Operation, now: ResourceState, options: ImportOptions = {}): Step {
  const { replaced, before, after } = options;
  const step: { -readonly [Key in keyof Step]: Step[Key] } = {
    op: replaced ? "import-replacement" : "import",
    old: undefined,
    new: now,
    counts: () => (replaced ? undefined : "import"),
    async apply() {
      before?.();
      await find(operation, now);
      now.created = now.modified = timestamp();
      step.old = { ...now };
      await after?.();
      if (replaced) replaced.delete = true;
    },
    commit(snapshot) {
      snapshot.add(now);
    },
  };
  return step;
}

async function find({ registry }: Operation, now: ResourceState): Promise<void> {
  const target = { urn: now.urn, id: now.importId };
  const found = await registry
    .get(now.provider)
    .read(target, undefined, now.customTimeouts.read ?? 0)
    .catch((error: unknown): Found => {
      if (!(error instanceof InitError)) throw error;
      now.initErrors = error.failure.reasons;
      return { ...error.failure, outputs: error.failure.properties };
    });
  if (found.outputs === undefined) throw new Error(`resource '${now.importId}' does not exist`);
  if (found.inputs === undefined) {
    throw new Error(
      `provider does not support importing resources; please try updating the '${packageOf(now.type)}' plugin`,
    );
  }
  now.id = found.id || now.importId;
  now.inputs = found.inputs;
  now.outputs = found.outputs;
  now.refreshBeforeUpdate = found.refreshBeforeUpdate;
}
