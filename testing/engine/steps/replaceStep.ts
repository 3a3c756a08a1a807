import type { ResourceState } from "../state/resourceState";
import type { Step, StepDiff } from "./step";

/** Represents a replacement as a whole. Other steps create and delete. */
export function replaceStep(
  old: ResourceState,
  now: ResourceState,
  replaceKeys: readonly string[],
  diff?: StepDiff,
): Step {
  return {
    op: "replace",
    old,
    new: now,
    replaceKeys,
    diff,
    counts: () => "replace",
    apply: () => Promise.resolve(),
    commit: () => undefined,
  };
}
