import type { ResourceState } from "../state/resourceState";
import { isProviderType } from "../state/urn";
import type { Operation } from "./operation";
import type { Step } from "./step";

/** A no-op for the provider: new inputs, options and dependencies are recorded with the old outputs. */
export function sameStep({ registry }: Operation, old: ResourceState, now: ResourceState): Step {
  return {
    op: "same",
    old,
    new: now,
    counts: () => "same",
    apply() {
      now.id = old.id;
      now.outputs = old.outputs;
      if (isProviderType(now.type)) registry.same(now.urn, now.id, old.inputs);
      return Promise.resolve();
    },
    commit(snapshot) {
      snapshot.remove(old);
      snapshot.add(now);
    },
  };
}
