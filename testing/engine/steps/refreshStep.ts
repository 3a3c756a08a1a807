import { InitError } from "../providers/initError";
import { equal } from "../properties/equal";
import { inverted } from "../properties/propertyDiff";
import type { Provider } from "../providers/provider";
import type { ResourceState } from "../state/resourceState";
import { isProviderType } from "../state/urn";
import { diffResource } from "./diffResource";
import type { Operation } from "./operation";
import type { Op, Step, StepDiff } from "./step";
import { timestamp } from "./timestamp";

/**
 * Refreshes a resource with what its provider reads: outputs, and inputs if the provider returns them. An answer
 * without an id means that the resource was deleted. `counted` is false for the refresh before another operation.
 */
export function refreshStep(operation: Operation, old: ResourceState, options: { counted: boolean }): Step {
  let outcome: Op = "same";
  const step: Step & { diff?: StepDiff } = {
    op: "refresh",
    old,
    new: old,
    counts: () => (options.counted ? outcome : undefined),
    async apply() {
      if (!old.custom || isProviderType(old.type) || old.pendingReplacement) return;
      const provider = operation.registry.get(old.provider);
      const found = await find(operation, provider, old);
      step.new = found;
      if (!found) outcome = "delete";
      else {
        const diff = await difference(operation, provider, old, found);
        if (diff.changes) outcome = "update";
        step.diff = diff;
      }
    },
    // The refreshed resources become the base of the operation as a whole.
    commit: () => undefined,
  };
  return step;
}

async function find(operation: Operation, provider: Provider, old: ResourceState): Promise<ResourceState | undefined> {
  const { id, inputs, outputs, initErrors, refreshBeforeUpdate } = await readHealth(operation, provider, old);
  if (id === "" || outputs === undefined) return undefined;
  const found = { ...old, id, outputs, initErrors, refreshBeforeUpdate, inputs: inputs ?? old.inputs };
  if (!equal(found.inputs, old.inputs) || !equal(found.outputs, old.outputs)) found.modified = timestamp();
  return found;
}

/** An unhealthy resource is no failure of the refresh. The next update repairs it. */
async function readHealth(operation: Operation, provider: Provider, old: ResourceState) {
  try {
    return { ...(await provider.read(old, old, old.customTimeouts.read ?? 0)), initErrors: [] };
  } catch (error) {
    if (!(error instanceof InitError)) throw error;
    const message = `Refreshed resource is in an unhealthy state:\n* ${error.failure.reasons.join("\n* ")}`;
    operation.report({ severity: "warning", message, urn: old.urn });
    return { ...error.failure, outputs: error.failure.properties, initErrors: error.failure.reasons };
  }
}

/**
 * Would the program as it was last run have something to change now? That is what the Pulumi CLI calls a difference here,
 * and it shows the way back.
 */
async function difference(
  operation: Operation,
  provider: Provider,
  old: ResourceState,
  found: ResourceState,
): Promise<StepDiff & { changes: boolean }> {
  if (old.external) {
    return { changes: !equal(old.outputs, found.outputs), changedKeys: [], detailedDiff: undefined };
  }
  const diff = await diffResource(operation, provider, found, old.inputs, old.ignoreChanges);
  return { ...diff, detailedDiff: diff.detailedDiff && inverted(diff.detailedDiff) };
}
