import { resetIgnored } from "../properties/path";
import type { ResourceState } from "../state/resourceState";
import { createUrn } from "../state/urn";
import { Aliases } from "./aliases";
import { checkInputs } from "./checkInputs";
import { createReplacementStep, createStep } from "./createStep";
import { decideDiff, isTargeted } from "./decideDiff";
import type { Goal, ReadGoal } from "./goal";
import { newReadState, newState } from "./newState";
import type { Operation } from "./operation";
import { readStep } from "./readStep";
import { replaceStep } from "./replaceStep";
import { Replacements } from "./replacements";
import { ResourceError } from "./resourceError";
import { sameStep } from "./sameStep";
import type { Step } from "./step";
import { updateStep } from "./updateStep";

/** Decides which steps bring about what a program asks for. Goals are taken one at a time, as Pulumi's engine does. */
export class StepGenerator {
  private readonly registered = new Set<string>();
  private readonly aliases: Aliases;
  private readonly replacements: Replacements;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly operation: Operation) {
    this.aliases = new Aliases(operation);
    this.replacements = new Replacements(operation, this.registered);
  }

  /** The steps for a registered resource, the checks and comparisons of its provider made. */
  register(goal: Goal): Promise<Step[]> {
    return this.inTurn(() => this.stepsFor(goal));
  }

  /** The steps for a resource to be read. */
  read(goal: ReadGoal): Promise<Step[]> {
    return this.inTurn(() => Promise.resolve(this.stepsForRead(goal)));
  }

  /** Has the program taken up the recorded resource, or is it being deleted already? Then no delete has to follow. */
  isDealtWith(old: ResourceState): boolean {
    if (old.delete) return this.replacements.isDeleted(old);
    return this.registered.has(old.urn) || this.aliases.taken.has(old.urn);
  }

  private inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.turn.then(work);
    this.turn = result.catch(() => undefined);
    return result;
  }

  private stepsForRead(goal: ReadGoal): Step[] {
    const { urn, old, alias } = this.identify(goal, []);
    const now = newReadState(urn, goal, alias);
    if (!old || old.external || old.id === goal.id)
      return [readStep(this.operation, old, now, { replacing: false })];
    return [readStep(this.operation, old, now, { replacing: true }), replaceStep(old, now, [])];
  }

  private async stepsFor(goal: Goal): Promise<Step[]> {
    const { urn, old, alias } = this.identify(goal, goal.aliases);
    const recreated = this.replacements.takeDeleted(old);
    const now = newState(urn, goal, old, alias);
    const isFresh = recreated !== undefined || !old || old.external || isTargeted(this.operation, urn, old);
    if (isFresh) now.inputs = await checkInputs(this.operation, now, {}, goal.properties);
    else {
      const wanted = resetIgnored(goal.properties, old.inputs, goal.ignoreChanges);
      now.inputs = await checkInputs(this.operation, now, old.inputs, wanted);
    }
    if (!old) return [createStep(this.operation, now)];
    if (recreated) {
      const creating = createReplacementStep(this.operation, old, now, {
        deleteLater: false,
        replaceKeys: recreated,
      });
      return [replaceStep(old, now, recreated), creating];
    }
    if (old.external) return this.replacements.steps(old, now, [], { deleteFirst: false });
    return this.stepsForChange(goal, old, now);
  }

  private async stepsForChange(goal: Goal, old: ResourceState, now: ResourceState): Promise<Step[]> {
    const diff = await decideDiff(this.operation, goal, old, now);
    if ((diff.changes && diff.replaceKeys.length > 0) || old.pendingReplacement) {
      this.refuseIfProtected(old, now);
      if (!isTargeted(this.operation, now.urn, old)) {
        now.inputs = await checkInputs(this.operation, now, {}, goal.properties);
      }
      const deleteFirst = goal.deleteBeforeReplace ?? diff.deleteBeforeReplace;
      return this.replacements.steps(old, now, diff.replaceKeys, { deleteFirst });
    }
    if (diff.changes || old.initErrors.length > 0) return [updateStep(this.operation, old, now)];
    return [sameStep(this.operation, old, now)];
  }

  private identify(goal: Pick<Goal, "name" | "type" | "parent">, aliases: Goal["aliases"]) {
    const { stack, project } = this.operation;
    if (goal.parent !== "" && !this.registered.has(goal.parent)) {
      throw new Error(`could not find parent resource ${goal.parent}`);
    }
    const urn = createUrn(stack, project, goal.parent, goal.type, goal.name);
    if (this.registered.has(urn)) {
      throw new ResourceError(urn, [`Duplicate resource URN '${urn}'; try giving it a unique name`]);
    }
    const found = this.aliases.find(urn, goal, aliases, this.registered);
    this.registered.add(urn);
    return { urn, ...found };
  }

  private refuseIfProtected(old: ResourceState, now: ResourceState): void {
    if (!old.protect || !now.protect) return;
    const error = new ResourceError(now.urn, [
      `unable to replace resource "${now.urn}"\nas it is currently marked for protection. To unprotect the resource, ` +
        "remove the `protect` flag from the resource in your Pulumi program and run `pulumi up`",
    ]);
    if (!this.operation.preview) throw error;
    this.operation.flag(error);
  }
}
