import { fixReferences } from "./renames";
import type { ResourceState } from "./resourceState";

/** The state while an operation runs: the results of steps, then the resources that no step has changed. */
export class Snapshot {
  private readonly produced: ResourceState[] = [];
  private readonly done = new Set<ResourceState>();

  /** @param base the resources before the operation */
  constructor(private readonly base: readonly ResourceState[]) {}

  /** A step has produced this state. */
  add(state: ResourceState): void {
    this.produced.push(state);
  }

  /** A step has ended this state: it was updated, deleted or replaced by a step. */
  remove(state: ResourceState): void {
    this.done.add(state);
  }

  /** The resources as they are now, each after those it depends on, with renamed URNs put right. */
  resources(): ResourceState[] {
    const merged = [...this.produced, ...this.base].filter((state) => !this.done.has(state));
    return fixReferences(merged);
  }
}
