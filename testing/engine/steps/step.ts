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

/** The properties of a change, with details if the provider gives them. */
export type StepDiff = Pick<Diff, "changedKeys" | "detailedDiff">;

/** One action on one resource. */
export interface Step {
  readonly op: Op;
  /** The resource before the step. */
  readonly old: ResourceState | undefined;
  /** The resource after the step; filled in while it is applied. */
  new: ResourceState | undefined;
  /** The op to count in the summary, once applied; none for the parts of a replacement. */
  counts(): Op | undefined;
  /** The properties that cause a replacement. */
  readonly replaceKeys?: readonly string[];
  /** The provider's details about the change. */
  readonly diff?: StepDiff | undefined;
  /** Runs the step. In a preview, only reads call the provider. */
  apply(): Promise<void>;
  /** Records the result in the state, also after a partial failure. */
  commit(snapshot: Snapshot): void;
}
