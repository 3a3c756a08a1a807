import type { Diff } from "../providers/diff";
import type { ResourceState } from "../state/resourceState";
import type { Snapshot } from "../state/snapshot";

/** What a step does, in the words of the Pulumi CLI. */
export type Op =
  | "same"
  | "create"
  | "update"
  | "delete"
  | "replace"
  | "create-replacement"
  | "delete-replaced"
  | "read"
  | "read-replacement"
  | "refresh"
  | "discard"
  | "discard-replaced"
  | "remove-pending-replace"
  | "import"
  | "import-replacement";

/** What a provider says about a change: the properties concerned, and in detail, if it goes into that. */
export type StepDiff = Pick<Diff, "changedKeys" | "detailedDiff">;

/** One thing that is done to one resource. */
export interface Step {
  readonly op: Op;
  /** The resource before the step. */
  readonly old: ResourceState | undefined;
  /** The resource after the step; filled in while it is applied. */
  new: ResourceState | undefined;
  /** The op to count in the summary, once applied; none for the parts of a replacement. */
  counts(): Op | undefined;
  /** The properties that make the resource be replaced. */
  readonly replaceKeys?: readonly string[];
  /** What the provider says about what the step changes. */
  readonly diff?: StepDiff | undefined;
  /** Does it. In a preview only reads reach a provider. */
  apply(): Promise<void>;
  /** Puts the outcome into the state. Also called after a partial failure. */
  commit(snapshot: Snapshot): void;
}
