import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { containsUnknown } from "../properties/markers";
import type { Properties } from "../properties/value";
import { fromStruct, toStruct } from "../properties/wire";
import { nameOf, typeOf } from "../state/urn";
import type { ProviderPlugin } from "./providerPlugin";
import { markingFor, openSession, rethrow, rethrowMarked, type Session } from "./session";

/** What a provider says about a difference. */
export interface Diff {
  /** Undefined if the provider leaves it to the engine to compare. */
  changes: boolean | undefined;
  replaceKeys: string[];
  changedKeys: string[];
  deleteBeforeReplace: boolean;
}

/** A resource as its provider has made it. */
export interface Made {
  id: string;
  outputs: Properties;
}

/** A resource as its provider has found it. */
export interface Found {
  id: string;
  /** Undefined if the provider has found nothing. */
  outputs: Properties | undefined;
  inputs: Properties | undefined;
}

/** One resource, as calls name it. */
export interface Target {
  urn: string;
  id: string;
}

/** The configuration of the provider is not known yet, so it cannot say what would differ. */
export class DiffUnavailable extends Error {
  override readonly name = "DiffUnavailable";
}

/** A configured provider: the calls of the protocol over plain properties. */
export class Provider {
  private session: Promise<Session> | undefined;

  /** @param start starts the provider's process; called when it is configured with values that are all known */
  constructor(private readonly start: () => Promise<ProviderPlugin>) {}

  /** Configures the provider without waiting for it; the calls that follow do. With unknown values no process is started. */
  configure(inputs: Properties): void {
    if (containsUnknown(inputs)) return;
    this.session = openSession(this.start(), inputs);
    this.session.catch(() => undefined);
  }

  async check(urn: string, olds: Properties, news: Properties, preview: boolean) {
    if (!this.session) return { inputs: news, failures: [] };
    const { client, understands, marked } = await this.ready(preview);
    const request = new messages.CheckRequest();
    request.setUrn(urn).setName(nameOf(urn)).setType(typeOf(urn));
    request.setOlds(toStruct(olds, understands)).setNews(toStruct(news, understands));
    const answer = await client.check(request).catch(rethrow);
    const failures = answer.getFailuresList().map((failure) => failure.toObject());
    return { inputs: marked(fromStruct(answer.getInputs()), news), failures };
  }

  async diff(
    target: Target,
    olds: { inputs: Properties; outputs: Properties },
    news: Properties,
    options: { preview: boolean; ignoreChanges: readonly string[] },
  ): Promise<Diff> {
    if (!this.session) {
      throw new DiffUnavailable(
        "The provider for this resource has inputs that are not known during preview.\n" +
          "This preview may not correctly represent the changes that will be applied during an update.",
      );
    }
    const { client, understands } = await this.ready(options.preview);
    const request = new messages.DiffRequest();
    request.setUrn(target.urn).setName(nameOf(target.urn)).setType(typeOf(target.urn)).setId(target.id);
    request.setOldInputs(toStruct(olds.inputs, understands)).setOlds(toStruct(olds.outputs, understands));
    request.setNews(toStruct(news, understands)).setIgnorechangesList([...options.ignoreChanges]);
    const answer = await client.diff(request).catch(rethrow);
    const { DIFF_NONE, DIFF_SOME } = messages.DiffResponse.DiffChanges;
    const changes = answer.getChanges();
    return {
      changes: changes === DIFF_SOME ? true : changes === DIFF_NONE ? false : undefined,
      replaceKeys: answer.getReplacesList(),
      changedKeys: answer.getDiffsList(),
      deleteBeforeReplace: answer.getDeletebeforereplace(),
    };
  }

  /** In a preview a provider that cannot preview is not asked: the inputs stand for the outputs, and there is no id. */
  async create(
    urn: string,
    inputs: Properties,
    options: { preview: boolean; timeout: number },
  ): Promise<Made> {
    if (!this.session) return { id: "", outputs: {} };
    const { client, understands, marked, supportsPreview } = await this.ready(options.preview);
    if (options.preview && !supportsPreview) return { id: "", outputs: inputs };
    const request = new messages.CreateRequest();
    request.setUrn(urn).setName(nameOf(urn)).setType(typeOf(urn));
    request
      .setProperties(toStruct(inputs, understands))
      .setPreview(options.preview)
      .setTimeout(options.timeout);
    const answer = await client.create(request).catch(rethrowMarked(marked, inputs));
    if (answer.getId() === "" && !options.preview) {
      throw new Error(`The provider returned no id for the new resource ${urn}.`);
    }
    return { id: answer.getId(), outputs: marked(fromStruct(answer.getProperties()), inputs) };
  }

  /** An empty id in the answer means that the resource is gone. */
  async read(target: Target, inputs: Properties, state: Properties): Promise<Found> {
    if (!this.session) return { id: target.id, outputs: {}, inputs: {} };
    const { client, understands, marked } = await this.ready(false);
    const request = new messages.ReadRequest();
    request.setUrn(target.urn).setName(nameOf(target.urn)).setType(typeOf(target.urn)).setId(target.id);
    request.setInputs(toStruct(inputs, understands)).setProperties(toStruct(state, understands));
    const answer = await client.read(request).catch(rethrowMarked(marked, state));
    return {
      id: answer.getId(),
      outputs: answer.hasProperties() ? marked(fromStruct(answer.getProperties()), state) : undefined,
      inputs: answer.hasInputs() ? marked(fromStruct(answer.getInputs()), inputs) : undefined,
    };
  }

  async update(
    target: Target,
    olds: { inputs: Properties; outputs: Properties },
    news: Properties,
    options: { preview: boolean; timeout: number; ignoreChanges: readonly string[] },
  ): Promise<Properties> {
    if (!this.session) return {};
    const { client, understands, marked, supportsPreview } = await this.ready(options.preview);
    if (options.preview && !supportsPreview) return news;
    const request = new messages.UpdateRequest();
    request.setUrn(target.urn).setName(nameOf(target.urn)).setType(typeOf(target.urn)).setId(target.id);
    request.setOldInputs(toStruct(olds.inputs, understands)).setOlds(toStruct(olds.outputs, understands));
    request.setNews(toStruct(news, understands)).setPreview(options.preview).setTimeout(options.timeout);
    request.setIgnorechangesList([...options.ignoreChanges]);
    const answer = await client.update(request).catch(rethrowMarked(marked, news));
    return marked(fromStruct(answer.getProperties()), news);
  }

  async delete(
    target: Target,
    olds: { inputs: Properties; outputs: Properties },
    timeout: number,
  ): Promise<void> {
    if (!this.session) throw new Error("The configuration of the provider is not known.");
    const { client, understands } = await this.ready(false);
    const request = new messages.DeleteRequest();
    request.setUrn(target.urn).setName(nameOf(target.urn)).setType(typeOf(target.urn)).setId(target.id);
    request
      .setProperties(toStruct(olds.outputs, understands))
      .setOldInputs(toStruct(olds.inputs, understands));
    request.setTimeout(timeout);
    await client.delete(request).catch(rethrow);
  }

  /** Tells the provider to give up what it is doing. */
  async cancel(): Promise<void> {
    const session = await this.session?.catch(() => undefined);
    await session?.plugin.client.cancel().catch(() => undefined);
  }

  /** Ends the process of the provider. */
  async stop(): Promise<void> {
    const session = await this.session?.catch(() => undefined);
    await session?.plugin.stop();
  }

  private async ready(preview: boolean) {
    const session = await (this.session as Promise<Session>);
    const { secrets, resources, preview: supportsPreview } = session.accepts;
    const understands = { secrets, resources, unknowns: preview };
    return { client: session.plugin.client, understands, marked: markingFor(session), supportsPreview };
  }
}
