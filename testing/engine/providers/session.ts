import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { annotateSecrets } from "../properties/secrets";
import type { Properties } from "../properties/value";
import { everything, toStruct } from "../properties/wire";
import { InitError, toProviderError } from "./initError";
import type { ProviderPlugin } from "./providerPlugin";

/** A provider that has been configured, and what it has said it accepts. */
export interface Session {
  plugin: ProviderPlugin;
  accepts: { secrets: boolean; resources: boolean; preview: boolean };
}

/** Configures a provider as soon as its process is ready. */
export async function openSession(starting: Promise<ProviderPlugin>, inputs: Properties): Promise<Session> {
  const plugin = await starting;
  const request = new messages.ConfigureRequest();
  request.setArgs(toStruct(inputs, everything));
  request.setAcceptsecrets(true).setAcceptresources(true);
  request.setSendsOldInputs(true).setSendsOldInputsToDelete(true);
  const answer = await plugin.client.configure(request).catch(rethrow);
  const accepts = {
    secrets: answer.getAcceptsecrets(),
    resources: answer.getAcceptresources(),
    preview: answer.getSupportspreview(),
  };
  return { plugin, accepts };
}

/** Marks an answer as secret where what was sent was, unless the provider does that by itself. */
export type Marking = (answer: Properties, sent: Properties) => Properties;

/** The marking that fits what the provider accepts. */
export function markingFor({ accepts }: Session): Marking {
  return (answer, sent) => (accepts.secrets ? answer : annotateSecrets(answer, sent));
}

/** For a call without properties in its failures. */
export function rethrow(error: unknown): never {
  throw toProviderError(error);
}

/** A partial failure brings properties along, and they may repeat secret inputs. */
export function rethrowMarked(marked: Marking, sent: Properties): (error: unknown) => never {
  return (error) => {
    const failure = toProviderError(error);
    if (!(failure instanceof InitError)) throw failure;
    throw new InitError(failure.id, marked(failure.properties, sent), failure.inputs, failure.reasons);
  };
}
