import { randomUUID } from "node:crypto";
import { equal } from "../properties/equal";
import { unknown } from "../properties/markers";
import type { Properties } from "../properties/value";
import { formatProviderReference, parseProviderReference } from "../state/providerReference";
import type { ResourceState } from "../state/resourceState";
import { packageOf, typeOf } from "../state/urn";
import type { Checked } from "./configCalls";
import type { Diff } from "./diff";
import { Provider } from "./provider";
import type { ProviderHost } from "./providerPlugin";

/** What the Pulumi CLI keeps with the inputs of a provider for itself. */
const internalKey = "__internal";

/**
 * The providers of an operation by reference, and what happens to provider resources themselves: instead of being
 * created somewhere they are configured, each in its own process.
 */
export class ProviderRegistry {
  private readonly providers = new Map<string, Provider>();
  /** Providers whose inputs were checked, by URN; the next step configures them. */
  private readonly unconfigured = new Map<string, Provider>();

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

  /** The provider's own inputs after its check. */
  async check(urn: string, olds: Properties, news: Properties): Promise<Checked> {
    if (!this.hasConfigCalls(urn)) return { inputs: news, failures: [] };
    const provider = this.launch(urn);
    const checked = await provider.checkConfig(urn, configOf(olds), configOf(news)).catch(async (error: unknown) => {
      await provider.stop();
      throw error;
    });
    if (checked.failures.length > 0) {
      await provider.stop();
      return checked;
    }
    await this.unconfigured.get(urn)?.stop();
    this.unconfigured.set(urn, provider);
    const { version } = news;
    return version === undefined ? checked : { ...checked, inputs: { ...checked.inputs, version } };
  }

  /** A provider that does not compare by itself, such as a dynamic one, is updated on every change and never replaced. */
  async diff(old: ResourceState, urn: string, news: Properties): Promise<Diff & { changes: boolean }> {
    const changed = !equal(old.outputs, configOf(news));
    if (!this.hasConfigCalls(urn)) return { ...noDetails, changes: changed };
    const provider = this.unconfigured.get(urn) ?? this.get(formatProviderReference(urn, old.id));
    const diff = await provider.diffConfig(urn, recordedConfig(old), configOf(news));
    return { ...diff, changes: diff.changes ?? changed };
  }

  /** What it means to a resource that another provider, with these inputs, takes the place of its old one. */
  async diffSuccessor(reference: string, inputs: Properties, old: ResourceState): Promise<Diff> {
    const { urn } = parseProviderReference(reference);
    if (!this.hasConfigCalls(urn)) return { ...noDetails, changes: undefined };
    return this.get(reference).diffConfig(urn, recordedConfig(old), configOf(inputs));
  }

  /** Configures a new provider and gives it an id. */
  create(urn: string, inputs: Properties): string {
    const id = this.preview ? unknown : randomUUID();
    this.configure(urn, id, inputs);
    return id;
  }

  /** Configures the provider again, in a new process. */
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
    this.set(urn, id, this.launch(urn), state.inputs);
  }

  /** Ends a provider that was deleted. */
  async delete(urn: string, id: string): Promise<void> {
    const reference = formatProviderReference(urn, id);
    const provider = this.providers.get(reference);
    this.providers.delete(reference);
    await provider?.stop();
  }

  /** Sends Cancel to every provider. */
  async cancel(): Promise<void> {
    const all = [...this.providers.values(), ...this.unconfigured.values()];
    await Promise.all(all.map((provider) => provider.cancel()));
  }

  private configure(urn: string, id: string, inputs: Properties): void {
    const provider = this.unconfigured.get(urn) ?? this.launch(urn);
    this.unconfigured.delete(urn);
    this.set(urn, id, provider, inputs);
  }

  private set(urn: string, id: string, provider: Provider, inputs: Properties): void {
    provider.configure({ urn, id }, configOf(inputs));
    this.providers.set(formatProviderReference(urn, id), provider);
  }

  private launch(urn: string): Provider {
    return new Provider(() => this.host.start(packageOf(typeOf(urn))));
  }

  private hasConfigCalls(urn: string): boolean {
    return this.host.hasConfigCalls(packageOf(typeOf(urn)));
  }
}

const noDetails = { replaceKeys: [], changedKeys: [], detailedDiff: undefined, deleteBeforeReplace: false };

function configOf({ [internalKey]: _, ...config }: Properties): Properties {
  return config;
}

function recordedConfig({ inputs, outputs }: ResourceState) {
  return { inputs: configOf(inputs), outputs };
}
