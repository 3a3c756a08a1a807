import { resetIgnored } from "../properties/path";
import { newSeed } from "../providers/provider";
import type { ResourceState } from "../state/resourceState";
import { createUrn, isProviderType } from "../state/urn";
import { Aliases } from "./aliases";
import { checkInputs } from "./checkInputs";
import { createReplacementStep, createStep } from "./createStep";
import { isTargeted } from "./decideDiff";
import type { Goal, ReadGoal } from "./goal";
import { importStep } from "./importStep";
import { newReadState, newState } from "./newState";
import type { Operation } from "./operation";
import { readStep } from "./readStep";
import { replaceStep } from "./replaceStep";
import { Replacements } from "./replacements";
import { ResourceError } from "./resourceError";
import { sameStep } from "./sameStep";
import type { Step } from "./step";
import { stepsForChange } from "./stepsForChange";

/** Steps to run, and how to continue with their results. */
export interface Plan {
  steps: Step[];
  next?: () => Promise<Step[]>;
}

/** Decides the steps for what a program registers. Goals are handled one at a time, as in Pulumi's engine. */
export class StepGenerator {
  private readonly registered = new Set<string>();
  private readonly aliases: Aliases;
  private readonly replacements: Replacements;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly operation: Operation) {
    this.aliases = new Aliases(operation);
    this.replacements = new Replacements(operation, this.registered);
  }

  /** The steps for a registered resource, after check and diff of its provider. */
  register(goal: Goal): Promise<Plan> {
    return this.inTurn(() => this.planFor(goal));
  }

  /** The steps for a resource to be read. */
  read(goal: ReadGoal): Promise<Plan> {
    return this.inTurn(() => Promise.resolve({ steps: this.stepsForRead(goal) }));
  }

  /** Whether the program registered the recorded resource, or a step already deletes it. Then no delete is needed. */
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
    if (!old || old.external || old.id === goal.id) return [readStep(this.operation, old, now, { replacing: false })];
    return [readStep(this.operation, old, now, { replacing: true }), replaceStep(old, now, [])];
  }

  private async planFor(goal: Goal): Promise<Plan> {
    const { urn, old, alias } = this.identify(goal, goal.aliases);
    const now = newState(urn, goal, old, alias);
    if (isProviderType(goal.type)) this.operation.providers.set(urn, now);
    const recreated = this.replacements.takeDeleted(old);
    if (isImport(goal, old)) return this.planForImport(goal, now, recreated ? undefined : old, alias);
    return { steps: await about(urn, this.stepsFor(goal, old, now, recreated)) };
  }

  /** The imported object becomes the old resource. Differences from the program are changed in the same run. */
  private planForImport(
    goal: Goal,
    imported: ResourceState,
    replaced: ResourceState | undefined,
    alias: string | undefined,
  ): Plan {
    const importing = importStep(this.operation, imported, { replaced });
    const next = async (): Promise<Step[]> => {
      const now = { ...newState(imported.urn, goal, imported, alias), importId: "" };
      const steps = await about(now.urn, this.stepsFor(goal, imported, now, undefined));
      return steps.filter(({ op }) => op !== "same");
    };
    return {
      steps: replaced ? [importing, replaceStep(replaced, imported, [])] : [importing],
      next: () => this.inTurn(next),
    };
  }

  private async stepsFor(
    goal: Goal,
    old: ResourceState | undefined,
    now: ResourceState,
    recreated: string[] | undefined,
  ): Promise<Step[]> {
    const { operation } = this;
    const seed = newSeed();
    const isFresh = recreated !== undefined || !old || old.external || isTargeted(operation, now.urn, old);
    if (isFresh) now.inputs = await checkInputs(operation, now, {}, goal.properties, seed);
    else {
      const wanted = resetIgnored(goal.properties, old.inputs, goal.ignoreChanges);
      now.inputs = await checkInputs(operation, now, old.inputs, wanted, seed);
    }
    if (!old) return [createStep(operation, now)];
    if (recreated) {
      const creating = createReplacementStep(operation, old, now, {
        deleteLater: false,
        replaceKeys: recreated,
      });
      return [replaceStep(old, now, recreated), creating];
    }
    if (old.external) return this.replacements.steps(old, now, { replaceKeys: [], deleteFirst: false });
    const { aliases, replacements } = this;
    const steps = await stepsForChange({ operation, aliases, replacements, seed }, goal, old, now);
    return steps.length > 0 ? steps : [sameStep(operation, old, now)];
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
}

/** Adds the resource to an error. */
async function about(urn: string, work: Promise<Step[]>): Promise<Step[]> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ResourceError) throw error;
    throw new ResourceError(urn, [error instanceof Error ? error.message : String(error)], { cause: error });
  }
}

/** Whether the option `import` names an object that is not recorded yet. */
function isImport(goal: Goal, old: ResourceState | undefined): boolean {
  if (!goal.custom || goal.importId === "") return false;
  return !old || old.external || (old.importId || old.id) !== goal.importId;
}
