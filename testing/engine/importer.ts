import { newSeed } from "./providers/provider";
import type { StackConfig } from "./program/stackConfig";
import { formatProviderReference } from "./state/providerReference";
import { emptyState, type ResourceState } from "./state/resourceState";
import { createUrn, packageOf, stackType } from "./state/urn";
import { checkInputs, failureTexts } from "./steps/checkInputs";
import { createStep } from "./steps/createStep";
import { defaultProviderGoal } from "./steps/defaultProvider";
import type { StepExecutor } from "./steps/executor";
import { importStep } from "./steps/importStep";
import { newState } from "./steps/newState";
import type { Operation } from "./steps/operation";
import { sameStep } from "./steps/sameStep";
import type { Step } from "./steps/step";

/** An object to import, as the arguments of `pulumi import` or an entry of its file. */
export interface ImportRequest {
  type: string;
  name: string;
  id: string;
  /** URN of the parent. @default the stack */
  parent?: string;
  /** URN of an explicit provider in the state. @default the default provider of the package */
  provider?: string;
  /** Protect the resource from being deleted. @default true */
  protect?: boolean;
}

/** Imports objects into the state without running the program, as `pulumi import` does. Recorded resources do not change. */
export class Importer {
  constructor(
    private readonly operation: Operation,
    private readonly executor: StepExecutor,
    private readonly config: StackConfig,
  ) {}

  /** Imports the objects in parallel, each after its parent. */
  async run(requests: readonly ImportRequest[]): Promise<void> {
    for (const state of this.operation.base.filter((resource) => !resource.delete)) {
      await this.carryOut(sameStep(this.operation, state, { ...state, id: "" }));
    }
    const stack = await this.stackUrn();
    const waiting = new Map<string, ResourceState>();
    for (const request of requests) {
      const state = await this.stateFor(request, stack);
      if (waiting.has(state.urn)) throw new Error(`duplicate import '${request.name}' of type '${request.type}'`);
      if (!this.isRecorded(state)) waiting.set(state.urn, state);
    }
    while (waiting.size > 0) {
      const ready = [...waiting.values()].filter((state) => !waiting.has(state.parent));
      for (const { urn } of ready) waiting.delete(urn);
      const done = await Promise.all(ready.map((state) => this.carryOut(this.stepFor(state), { independent: true })));
      if (done.includes(false)) return;
    }
  }

  private async stackUrn(): Promise<string> {
    const { base, project, stack } = this.operation;
    const recorded = base.find((state) => state.type === stackType);
    if (recorded) return recorded.urn;
    const urn = createUrn(stack, project, "", stackType, `${project}-${stack}`);
    await this.carryOut(createStep(this.operation, emptyState(urn, stackType)));
    return urn;
  }

  private async stateFor(request: ImportRequest, stackUrn: string): Promise<ResourceState> {
    const { project, stack } = this.operation;
    const parent = request.parent ?? stackUrn;
    const urn = createUrn(stack, project, parent, request.type, request.name);
    const provider = await this.providerFor(request);
    const { id: importId, protect = true } = request;
    return { ...emptyState(urn, request.type), custom: true, parent, provider, protect, importId };
  }

  private async providerFor({ type, provider }: ImportRequest): Promise<string> {
    const { operation } = this;
    const { project, stack, olds } = operation;
    const goal = defaultProviderGoal(packageOf(type), "", this.config);
    const urn = provider ?? createUrn(stack, project, "", goal.type, goal.name);
    const known = olds.get(urn) ?? operation.providers.get(urn);
    if (known) return formatProviderReference(urn, known.id);
    if (provider !== undefined) throw new Error(`The provider ${provider} is not in the state.`);
    const now = newState(urn, goal, undefined, undefined);
    await checkInputs(operation, now, {}, goal.properties, newSeed());
    operation.providers.set(urn, now);
    await this.carryOut(createStep(operation, now));
    return formatProviderReference(urn, now.id);
  }

  /** Whether the object is recorded under this name already. Another id is an error that the step reports. */
  private isRecorded(state: ResourceState): boolean {
    const old = this.operation.olds.get(state.urn);
    return old !== undefined && (old.importId || old.id) === state.importId;
  }

  private stepFor(state: ResourceState): Step {
    const { olds } = this.operation;
    return importStep(this.operation, state, {
      before: () => {
        if (olds.has(state.urn)) throw new Error(`resource '${state.urn}' already exists`);
      },
      after: async () => {
        state.importId = "";
        await this.check(state);
      },
    });
  }

  /** Check failures of a provider's own inputs do not prevent an import. */
  private async check(state: ResourceState): Promise<void> {
    const { registry, preview } = this.operation;
    const { inputs, urn } = state;
    const { failures } = await registry.get(state.provider).check(urn, inputs, inputs, { preview, seed: newSeed() });
    if (failures.length === 0) return;
    const messages = [
      "One or more imported inputs failed to validate. " +
        `This is almost certainly a bug in the \`${packageOf(state.type)}\` provider. ` +
        "The import will still proceed, but you will need to edit the generated code after copying it into your program.",
      ...failureTexts(state, inputs, failures),
    ];
    for (const message of messages) this.operation.report({ severity: "warning", message, urn });
  }

  private carryOut(step: Step, options?: { independent: boolean }): Promise<boolean> {
    return this.executor.run([step], options);
  }
}
