import { status } from "@grpc/grpc-js";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { annotateSecrets, reveal } from "../properties/secrets";
import type { Properties, Value } from "../properties/value";
import { everything, toStruct } from "../properties/wire";
import { nameOf, packageOf, typeOf } from "../state/urn";
import { InitError, toProviderError } from "./initError";
import type { ProviderPlugin } from "./providerPlugin";

/** The features that a provider accepts. */
export interface Accepts {
  secrets: boolean;
  resources: boolean;
  preview: boolean;
}

/** A provider's process and the features from its handshake. Without a handshake they come from Configure. */
export interface Loaded {
  plugin: ProviderPlugin;
  accepts: Accepts | undefined;
}

/** A provider that has been configured. */
export interface Session {
  plugin: ProviderPlugin;
  accepts: Accepts;
}

/** Sends the handshake as soon as the provider's process is ready. */
export async function load(starting: Promise<ProviderPlugin>): Promise<Loaded> {
  const plugin = await starting;
  if (!plugin.origin) return { plugin, accepts: undefined };
  const { engineAddress, directory } = plugin.origin;
  const request = new messages.ProviderHandshakeRequest().setEngineAddress(engineAddress);
  request.setRootDirectory(directory).setProgramDirectory(directory).setConfigureWithUrn(true);
  request.setSupportsViews(true).setSupportsRefreshBeforeUpdate(true).setInvokeWithPreview(true);
  const answer = await plugin.client.handshake(request).catch(unlessUnimplemented);
  await plugin.client.getPluginInfo().catch(rethrow);
  const accepts = answer && {
    secrets: answer.getAcceptSecrets(),
    resources: answer.getAcceptResources(),
    preview: true,
  };
  return { plugin, accepts };
}

/** Configures a provider as soon as it is loaded. */
export async function openSession(
  loading: Promise<Loaded>,
  provider: { urn: string; id: string },
  inputs: Properties,
): Promise<Session> {
  const { plugin, accepts } = await loading;
  const request = new messages.ConfigureRequest();
  const { urn, id } = provider;
  request.setUrn(urn).setName(nameOf(urn)).setType(typeOf(urn)).setId(id);
  request.setArgs(toStruct(inputs, everything));
  for (const [key, value] of Object.entries(inputs)) {
    if (key !== "version") request.getVariablesMap().set(`${packageOf(typeOf(urn))}:config:${key}`, asText(value));
  }
  request.setAcceptsecrets(true).setAcceptresources(true);
  request.setSendsOldInputs(true).setSendsOldInputsToDelete(true);
  const answer = await plugin.client.configure(request).catch(rethrow);
  const answered = {
    secrets: answer.getAcceptsecrets(),
    resources: answer.getAcceptresources(),
    preview: answer.getSupportspreview(),
  };
  return { plugin, accepts: accepts ?? answered };
}

/** Marks outputs as secret whose inputs were secret, unless the provider does so itself. */
export type Marking = (answer: Properties, sent: Properties) => Properties;

/** How secrets are marked for what the provider accepts. */
export function markingFor({ accepts }: Session): Marking {
  return (answer, sent) => (accepts.secrets ? answer : annotateSecrets(answer, sent));
}

/** For a call whose failures have no properties. */
export function rethrow(error: unknown): never {
  throw toProviderError(error);
}

/** For a call that a provider does not have to implement. */
export function unlessUnimplemented(error: unknown): undefined {
  if (!(error instanceof Error && "code" in error && error.code === status.UNIMPLEMENTED)) rethrow(error);
}

/** A partial failure has properties, which may repeat secret inputs. */
export function rethrowMarked(marked: Marking, sent: Properties): (error: unknown) => never {
  return (error) => {
    const thrown = toProviderError(error);
    if (!(thrown instanceof InitError)) throw thrown;
    const { failure } = thrown;
    throw new InitError({ ...failure, properties: marked(failure.properties, sent) });
  };
}

function asText(value: Value): string {
  const plain = reveal(value);
  return typeof plain === "string" ? plain : JSON.stringify(plain);
}
