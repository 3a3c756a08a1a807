import { unknown } from "../properties/markers";
import type { Properties } from "../properties/value";
import { isReplacing } from "../providers/diff";
import { dependentsOf } from "../state/dependencies";
import { formatProviderReference, parseProviderReference } from "../state/providerReference";
import type { ResourceState } from "../state/resourceState";
import { isProviderType } from "../state/urn";
import { createReplacementStep } from "./createStep";
import { withReplaceOnChanges } from "./decideDiff";
import { deleteReplacedStep, deleteStep } from "./deleteStep";
import { diffResource, type DecidedDiff } from "./diffResource";
import type { Operation } from "./operation";
import { replaceStep } from "./replaceStep";
import { ResourceError } from "./resourceError";
import type { Step, StepDiff } from "./step";

/** Replaces resources in either order. If the delete is first, dependents that need a replacement are included. */
export class Replacements {
  /** Recorded resources that steps already delete, with the properties that cause their replacement. */
  private readonly deletedFirst = new Map<ResourceState, string[]>();

  constructor(
    private readonly operation: Operation,
    private readonly registered: ReadonlySet<string>,
  ) {}

  /** The reasons if the resource was deleted for the replacement of another. From now on it counts as replaced. */
  takeDeleted(old: ResourceState | undefined): string[] | undefined {
    const keys = old && this.deletedFirst.get(old);
    if (old && keys) this.operation.deletes.delete(old.urn);
    return keys;
  }

  /** Whether a step already deletes this resource. */
  isDeleted(old: ResourceState): boolean {
    return this.deletedFirst.has(old);
  }

  /** The steps of a replacement. */
  async steps(
    old: ResourceState,
    now: ResourceState,
    options: { replaceKeys: readonly string[]; diff?: StepDiff; deleteFirst: boolean },
  ): Promise<Step[]> {
    const { replaceKeys, diff, deleteFirst } = options;
    const creating = createReplacementStep(this.operation, old, now, {
      deleteLater: !deleteFirst,
      replaceKeys,
      diff,
    });
    const replacing = replaceStep(old, now, replaceKeys, diff);
    if (!deleteFirst) return [creating, replacing];

    const deletes = (await this.dependentsToReplace(old))
      .reverse()
      .map(([state, keys]) => this.deleteFirst(state, keys, now.urn));
    this.operation.registry.ensure(old.provider, this.operation.base);
    const own = old.pendingReplacement ? [] : [deleteReplacedStep(this.operation, old, { first: true })];
    return [...deletes, ...own, replacing, creating];
  }

  private deleteFirst(state: ResourceState, keys: string[], root: string): Step {
    this.operation.deletes.add(state.urn);
    this.deletedFirst.set(state, keys);
    if (state.delete) return deleteStep(this.operation, state);
    if (!state.protect) return deleteReplacedStep(this.operation, state, { first: true });
    throw new ResourceError(root, [
      `unable to replace resource "${state.urn}" as part of replacing "${root}" as it is currently marked for protection. ` +
        "To unprotect the resource, remove the `protect` flag from the resource in your Pulumi program and run `pulumi up`",
    ]);
  }

  /** The dependents that must be replaced if everything that they get from the resource changes, in the order of the state. */
  private async dependentsToReplace(root: ResourceState): Promise<[ResourceState, string[]][]> {
    const replaced = new Set([root.urn]);
    const dependents: [ResourceState, string[]][] = [];
    for (const state of dependentsOf(root, this.operation.base)) {
      if (this.registered.has(state.urn) || this.deletedFirst.has(state) || !state.custom || state.external) continue;
      const keys = await this.keysToReplace(state, replaced);
      if (!keys) continue;
      replaced.add(state.urn);
      dependents.push([state, keys]);
    }
    return dependents;
  }

  private async keysToReplace(state: ResourceState, replaced: ReadonlySet<string>): Promise<string[] | undefined> {
    const { registry, base } = this.operation;
    registry.ensure(state.provider, base);
    if (state.provider !== "" && replaced.has(parseProviderReference(state.provider).urn)) return [];
    const inputs: Properties = {};
    let isTouched = false;
    for (const [key, value] of Object.entries(state.inputs)) {
      const depends = (state.propertyDependencies[key] ?? []).some((urn) => replaced.has(urn));
      inputs[key] = depends ? unknown : value;
      isTouched ||= depends;
    }
    if (!isTouched) return undefined;
    const diff = withReplaceOnChanges(await this.diff(state, inputs), state.replaceOnChanges);
    return isReplacing(diff) ? diff.replaceKeys : undefined;
  }

  private diff(state: ResourceState, inputs: Properties): Promise<DecidedDiff> {
    const { registry, base } = this.operation;
    if (!isProviderType(state.type)) {
      return diffResource({ preview: true }, registry.get(state.provider), state, inputs, state.ignoreChanges);
    }
    registry.ensure(formatProviderReference(state.urn, state.id), base);
    return registry.diff(state, state.urn, inputs);
  }
}
