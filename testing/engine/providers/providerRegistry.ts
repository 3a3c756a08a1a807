import { randomUUID } from "node:crypto";
import { equal } from "../properties/equal";
import { unknown } from "../properties/markers";
import type { Properties } from "../properties/value";
import { formatProviderReference, parseProviderReference } from "../state/providerReference";
import type { ResourceState } from "../state/resourceState";
import { packageOf, typeOf } from "../state/urn";
import { Provider, type Diff } from "./provider";
import type { ProviderHost } from "./providerPlugin";

/**
 * The providers of an operation by reference, and what happens to provider resources themselves: instead of being
 * created somewhere they are configured, each in its own process.
 */
export class ProviderRegistry {
  private readonly providers = new Map<string, Provider>();

  constructor(
    private readonly host: ProviderHost,
    private readonly preview: boolean,
  ) {}

  /** The provider a resource refers to. */
  get(reference: string): Provider {
    const provider = this.providers.get(reference);
    if (!provider) throw new Error(`unknown provider '${reference}'`);
    return provider;
  }

  /** A provider without DiffConfig, such as a dynamic one, is updated on every change of its inputs and never replaced. */
  diff(old: ResourceState, news: Properties): Pick<Diff, "replaceKeys"> & { changes: boolean } {
    return { changes: !equal(old.outputs, news), replaceKeys: [] };
  }

  /** Configures a new provider and gives it an id. */
  create(urn: string, inputs: Properties): string {
    const id = this.preview ? unknown : randomUUID();
    this.configure(urn, id, inputs);
    return id;
  }

  /** Configures the provider anew, in a new process. */
  async update(urn: string, id: string, inputs: Properties): Promise<void> {
    const before = this.providers.get(formatProviderReference(urn, id));
    this.configure(urn, id, inputs);
    await before?.stop();
  }

  /** Configures the provider as it is recorded, unless it is already. */
  same(urn: string, id: string, inputs: Properties): void {
    if (!this.providers.has(formatProviderReference(urn, id))) this.configure(urn, id, inputs);
  }

  /** Sees to it that a provider of the recorded state can be used, as for deletes and refreshes. */
  ensure(reference: string, resources: readonly ResourceState[]): void {
    if (reference === "" || this.providers.has(reference)) return;
    const { urn, id } = parseProviderReference(reference);
    const state = resources.find((resource) => resource.urn === urn && resource.id === id);
    if (!state) throw new Error(`The state refers to the provider ${reference}, which is not in it.`);
    this.configure(urn, id, state.inputs);
  }

  /** Ends a provider that was deleted. */
  async delete(urn: string, id: string): Promise<void> {
    const reference = formatProviderReference(urn, id);
    const provider = this.providers.get(reference);
    this.providers.delete(reference);
    await provider?.stop();
  }

  /** Tells every provider to give up what it is doing. */
  async cancel(): Promise<void> {
    await Promise.all([...this.providers.values()].map((provider) => provider.cancel()));
  }

  private configure(urn: string, id: string, inputs: Properties): void {
    const provider = new Provider(() => this.host.start(packageOf(typeOf(urn))));
    provider.configure(inputs);
    this.providers.set(formatProviderReference(urn, id), provider);
  }
}
