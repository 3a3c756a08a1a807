import type { Properties } from "./properties/value";
import { formatProviderReference, parseProviderReference } from "./state/providerReference";
import type { ResourceState } from "./state/resourceState";
import { isProviderType, packageOf, typeOf } from "./state/urn";
import type { StackConfig } from "./program/stackConfig";
import type { StepExecutor } from "./steps/executor";
import type { Plan, StepGenerator } from "./steps/generator";
import { defaultProviderGoal } from "./steps/defaultProvider";
import type { Goal, ReadGoal } from "./steps/goal";
import type { Step } from "./steps/step";
import { ShuttingDown } from "./unary";

/** Handles registrations: finds providers, generates and runs steps, and keeps what children inherit. */
export class Registrar {
  private readonly goals = new Map<string, Goal>();
  private readonly componentProviders = new Map<string, ReadonlyMap<string, string>>();
  private readonly defaultProviders = new Map<string, Promise<string>>();
  private readonly states = new Map<string, ResourceState>();
  private readonly atWork = new Set<Promise<unknown>>();

  constructor(
    private readonly generator: StepGenerator,
    private readonly executor: StepExecutor,
    private readonly config: StackConfig,
  ) {}

  /** Registers a resource; settles when its steps are done. `providers` are those of a component by package. */
  async register(goal: Goal, providers: ReadonlyMap<string, string>): Promise<ResourceState> {
    const inherited = this.inherit(goal, providers);
    if (!goal.custom)
      return this.remember(await this.work(() => this.generator.register(inherited)), inherited, providers);
    if (!isProviderType(goal.type)) inherited.provider ||= await this.defaultProvider(goal);
    return this.remember(await this.work(() => this.generator.register(inherited)), inherited, new Map());
  }

  /** Reads a resource that this stack does not manage. */
  async read(goal: ReadGoal): Promise<ResourceState> {
    const provider = goal.provider || (await this.defaultProvider(goal));
    return this.keep(await this.work(() => this.generator.read({ ...goal, provider })));
  }

  /** The reference of the provider that runs a function. */
  async providerFor(call: { type: string; version: string; provider: string }): Promise<string> {
    return call.provider || this.defaultProvider(call);
  }

  /** Sets the outputs of a component or of the stack. */
  setOutputs(urn: string, outputs: Properties): void {
    const state = this.states.get(urn);
    if (!state) throw new Error(`The resource ${urn} is not registered.`);
    state.outputs = outputs;
  }

  /** What is registered under a URN. */
  find(urn: string): ResourceState | undefined {
    return this.states.get(urn);
  }

  /** Settles when no registration is in progress. */
  async idle(): Promise<void> {
    while (this.atWork.size > 0) await Promise.allSettled(this.atWork);
  }

  private inherit(goal: Goal, providers: ReadonlyMap<string, string>): Goal {
    const parent = this.goals.get(goal.parent);
    const own =
      providers.get(packageOf(goal.type)) ?? this.componentProviders.get(goal.parent)?.get(packageOf(goal.type));
    const fits =
      parent?.provider && packageOf(typeOf(parseProviderReference(parent.provider).urn)) === packageOf(goal.type);
    const inheritedProvider = fits ? parent.provider : "";
    return {
      ...goal,
      protect: goal.protect ?? parent?.protect,
      retainOnDelete: goal.retainOnDelete ?? parent?.retainOnDelete,
      deletedWith: goal.deletedWith || (parent?.deletedWith ?? ""),
      provider: goal.custom && !isProviderType(goal.type) ? goal.provider || inheritedProvider || (own ?? "") : "",
    };
  }

  /** A default provider is registered when the first resource needs it, with the stack's configuration as its inputs. */
  private defaultProvider(user: { type: string; version: string }): Promise<string> {
    const goal = defaultProviderGoal(packageOf(user.type), user.version, this.config);
    const key = `${goal.type} ${goal.name}`;
    const known = this.defaultProviders.get(key);
    if (known) return known;
    const registered = this.work(() => this.generator.register(goal)).then((state) =>
      formatProviderReference(state.urn, state.id),
    );
    this.defaultProviders.set(key, registered);
    return registered;
  }

  private work(generate: () => Promise<Plan>): Promise<ResourceState> {
    const result = this.carryOut(generate);
    this.atWork.add(result);
    const finished = (): boolean => this.atWork.delete(result);
    result.then(finished, finished);
    return result;
  }

  private async carryOut(generate: () => Promise<Plan>): Promise<ResourceState> {
    const { steps, next } = await this.unlessStopped(generate);
    const made = await this.run(steps);
    const more = next ? await this.unlessStopped(next) : [];
    return more.length > 0 ? this.run(more) : made;
  }

  private async run(steps: readonly Step[]): Promise<ResourceState> {
    const done = await this.executor.run(steps);
    const made = steps.find((step) => step.new)?.new;
    if (!done || !made) throw new ShuttingDown();
    return made;
  }

  private async unlessStopped<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.executor.isStopped) throw new ShuttingDown();
    return work().catch((error: unknown) => {
      throw this.executor.isStopped ? new ShuttingDown() : error;
    });
  }

  private remember(state: ResourceState, goal: Goal, providers: ReadonlyMap<string, string>): ResourceState {
    this.goals.set(state.urn, goal);
    if (!goal.custom) {
      const inherited = this.componentProviders.get(goal.parent) ?? new Map<string, string>();
      this.componentProviders.set(state.urn, new Map([...inherited, ...providers]));
    }
    return this.keep(state);
  }

  private keep(state: ResourceState): ResourceState {
    this.states.set(state.urn, state);
    return state;
  }
}
