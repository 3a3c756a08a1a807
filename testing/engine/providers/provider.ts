import { randomBytes } from "node:crypto";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { containsUnknown } from "../properties/markers";
import { containsSecret, secret } from "../properties/secrets";
import type { Properties } from "../properties/value";
import { fromStruct, toStruct } from "../properties/wire";
import { nameOf, typeOf } from "../state/urn";
import { checkConfig, diffConfig, type Checked } from "./configCalls";
import { toDiff, type Diff } from "./diff";
import { toProviderError } from "./initError";
import type { ProviderPlugin } from "./providerPlugin";
import { load, markingFor, openSession, rethrow, rethrowMarked, type Loaded, type Session } from "./session";

/** A resource as its provider created it. */
export interface Made {
  id: string;
  outputs: Properties;
  refreshBeforeUpdate: boolean;
}

/** A resource as its provider has found it. */
export interface Found {
  id: string;
  /** Undefined if the provider has found nothing. */
  outputs: Properties | undefined;
  inputs: Properties | undefined;
  refreshBeforeUpdate: boolean;
}

/** One resource, as calls name it. */
export interface Target {
  urn: string;
  id: string;
}

/** What is recorded of a resource. */
interface Recorded {
  inputs: Properties;
  outputs: Properties;
}

/** The configuration of the provider is not known yet, so it cannot say what would differ. */
export class DiffUnavailable extends Error {
  override readonly name = "DiffUnavailable";
}

/** A provider: the calls of the protocol over plain properties. */
export class Provider {
  private loaded: Promise<Loaded> | undefined;
  private session: Promise<Session> | undefined;

  /** @param start starts the provider's process; called when it is first needed */
  constructor(private readonly start: () => Promise<ProviderPlugin>) {}

  /** Checks a configuration, before the provider has any. */
  async checkConfig(urn: string, olds: Properties, news: Properties): Promise<Checked> {
    const { plugin } = await this.load();
    return checkConfig(plugin.client, urn, olds, news);
  }

  /** What another configuration than this provider's would mean. */
  async diffConfig(urn: string, olds: Recorded, news: Properties): Promise<Diff> {
    const { plugin } = await this.load();
    return diffConfig(plugin.client, urn, olds, news);
  }

  /** Configures the provider without waiting for it; the calls that follow do. With unknown values it is not configured. */
  configure(provider: { urn: string; id: string }, inputs: Properties): void {
    if (containsUnknown(inputs)) return;
    this.session = openSession(this.load(), provider, inputs);
    this.session.catch(() => undefined);
  }

  async check(
    urn: string,
    olds: Properties,
    news: Properties,
    options: { preview: boolean; seed: Uint8Array },
  ): Promise<Checked> {
    if (!this.session) return { inputs: news, failures: [] };
    const { client, understands, marked } = await this.ready(options.preview);
    const request = new messages.CheckRequest();
    request.setUrn(urn).setName(nameOf(urn)).setType(typeOf(urn)).setRandomseed(options.seed);
    request.setOlds(toStruct(olds, understands)).setNews(toStruct(news, understands));
    const answer = await client.check(request).catch(rethrow);
    const failures = answer.getFailuresList().map((failure) => failure.toObject());
    return { inputs: marked(fromStruct(answer.getInputs()), news), failures };
  }

  async diff(
    target: Target,
    olds: Recorded,
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
    return toDiff(await client.diff(request).catch(rethrow));
  }

  /** In a preview a provider that cannot preview is not asked: the inputs stand for the outputs, and there is no id. */
  async create(urn: string, inputs: Properties, options: { preview: boolean; timeout: number }): Promise<Made> {
    if (!this.session) return { id: "", outputs: {}, refreshBeforeUpdate: false };
    const { client, understands, marked, supportsPreview } = await this.ready(options.preview);
    if (options.preview && !supportsPreview) return { id: "", outputs: inputs, refreshBeforeUpdate: false };
    const request = new messages.CreateRequest();
    request.setUrn(urn).setName(nameOf(urn)).setType(typeOf(urn));
    request.setProperties(toStruct(inputs, understands)).setPreview(options.preview).setTimeout(options.timeout);
    const answer = await client.create(request).catch(rethrowMarked(marked, inputs));
    if (answer.getId() === "" && !options.preview) {
      throw new Error(`The provider returned no id for the new resource ${urn}.`);
    }
    return {
      id: answer.getId(),
      outputs: known(marked(fromStruct(answer.getProperties()), inputs), options.preview),
      refreshBeforeUpdate: answer.getRefreshBeforeUpdate(),
    };
  }

  /** An empty id in the answer means that the resource was deleted. For an import, only the id is `known`. */
  async read(target: Target, recorded: Recorded | undefined, timeout: number): Promise<Found> {
    if (!this.session) return { id: target.id, outputs: {}, inputs: {}, refreshBeforeUpdate: false };
    const { client, understands, marked } = await this.ready(false);
    const request = new messages.ReadRequest();
    request.setUrn(target.urn).setName(nameOf(target.urn)).setType(typeOf(target.urn)).setId(target.id);
    // SDK 3.216 has no time-out for reads.
    if ("setTimeout" in request) request.setTimeout(timeout);
    if (recorded) {
      request.setInputs(toStruct(recorded.inputs, understands));
      request.setProperties(toStruct(recorded.outputs, understands));
    }
    const { inputs = {}, outputs = {} } = recorded ?? {};
    const answer = await client.read(request).catch(rethrowMarked(marked, outputs));
    return {
      id: answer.getId(),
      outputs: answer.hasProperties() ? known(marked(fromStruct(answer.getProperties()), outputs), false) : undefined,
      inputs: answer.hasInputs() ? known(marked(fromStruct(answer.getInputs()), inputs), false) : undefined,
      refreshBeforeUpdate: answer.getRefreshBeforeUpdate(),
    };
  }

  async update(
    target: Target,
    olds: Recorded,
    news: Properties,
    options: { preview: boolean; timeout: number; ignoreChanges: readonly string[] },
  ): Promise<Omit<Made, "id">> {
    if (!this.session) return { outputs: {}, refreshBeforeUpdate: false };
    const { client, understands, marked, supportsPreview } = await this.ready(options.preview);
    if (options.preview && !supportsPreview) return { outputs: news, refreshBeforeUpdate: false };
    const request = new messages.UpdateRequest();
    request.setUrn(target.urn).setName(nameOf(target.urn)).setType(typeOf(target.urn)).setId(target.id);
    request.setOldInputs(toStruct(olds.inputs, understands)).setOlds(toStruct(olds.outputs, understands));
    request.setNews(toStruct(news, understands)).setPreview(options.preview).setTimeout(options.timeout);
    request.setIgnorechangesList([...options.ignoreChanges]);
    const answer = await client.update(request).catch(rethrowMarked(marked, news));
    return {
      outputs: known(marked(fromStruct(answer.getProperties()), news), options.preview),
      refreshBeforeUpdate: answer.getRefreshBeforeUpdate(),
    };
  }

  async delete(target: Target, olds: Recorded, timeout: number): Promise<void> {
    if (!this.session) throw new Error("The configuration of the provider is not known.");
    const { client, understands } = await this.ready(false);
    const request = new messages.DeleteRequest();
    request.setUrn(target.urn).setName(nameOf(target.urn)).setType(typeOf(target.urn)).setId(target.id);
    request.setProperties(toStruct(olds.outputs, understands)).setOldInputs(toStruct(olds.inputs, understands));
    request.setTimeout(timeout);
    await client.delete(request).catch(rethrow);
  }

  /** Calls a function. One that takes no secrets returns only such when it was given some. */
  async invoke(token: string, args: Properties, preview: boolean) {
    if (!this.session) return { result: {}, failures: [] };
    const { client, understands } = await this.ready(false);
    const request = new messages.InvokeRequest().setTok(token).setPreview(preview);
    const answer = await client.invoke(request.setArgs(toStruct(args, understands))).catch((error: unknown) => {
      throw new Error(`invocation of ${token} returned an error: ${toProviderError(error).message}`);
    });
    const result = known(fromStruct(answer.getReturn()), false);
    if (containsSecret(args) && !understands.secrets)
      for (const [key, value] of Object.entries(result)) result[key] = secret(value);
    return { result, failures: answer.getFailuresList().map((failure) => failure.toObject()) };
  }

  /** Sends Cancel to the provider. */
  async cancel(): Promise<void> {
    const loaded = await this.loaded?.catch(() => undefined);
    await loaded?.plugin.client.cancel().catch(() => undefined);
  }

  /** Ends the process of the provider. */
  async stop(): Promise<void> {
    const loaded = await this.loaded?.catch(() => undefined);
    await loaded?.plugin.stop();
  }

  private load(): Promise<Loaded> {
    this.loaded ??= load(this.start());
    return this.loaded;
  }

  private async ready(preview: boolean) {
    const session = await (this.session as Promise<Session>);
    const { secrets, resources, preview: supportsPreview } = session.accepts;
    const understands = { secrets, resources, unknowns: preview };
    return { client: session.plugin.client, understands, marked: markingFor(session), supportsPreview };
  }
}

/** What makes names that providers think up differ, and stay the same where a resource is checked twice. */
export function newSeed(): Uint8Array {
  return randomBytes(32);
}

/** Only in a preview an answer may leave something unknown. */
function known(properties: Properties, preview: boolean): Properties {
  const [unknownKey] = preview ? [] : Object.keys(properties).filter((key) => containsUnknown(properties[key] ?? null));
  if (unknownKey !== undefined) throw new Error(`unexpected unknown property value for "${unknownKey}"`);
  return properties;
}
