import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { annotateSecrets } from "../properties/secrets";
import type { Properties } from "../properties/value";
import { fromStruct, toStruct } from "../properties/wire";
import { nameOf, typeOf } from "../state/urn";
import { toDiff, type Diff } from "./diff";
import type { ProviderCalls } from "./providerClient";
import { unlessUnimplemented } from "./session";

/** The inputs that a provider returns from a check, and the failures. */
export interface Checked {
  inputs: Properties;
  failures: { property: string; reason: string }[];
}

/** A provider that is not configured yet receives secrets as plain values, whatever it accepts. */
const plain = { secrets: false, resources: false, unknowns: true };

/** Checks a provider's configuration. A provider that does not implement this accepts it unchanged. */
export async function checkConfig(
  client: ProviderCalls,
  urn: string,
  olds: Properties,
  news: Properties,
): Promise<Checked> {
  const request = new messages.CheckRequest().setUrn(urn).setName(nameOf(urn)).setType(typeOf(urn));
  request.setOlds(toStruct(olds, plain)).setNews(toStruct(news, plain));
  const answer = await client.checkConfig(request).catch(unlessUnimplemented);
  if (!answer) return { inputs: news, failures: [] };
  const failures = answer.getFailuresList().map((failure) => failure.toObject());
  return { inputs: annotateSecrets(fromStruct(answer.getInputs()), news), failures };
}

/** Compares a provider's configuration. A provider that does not implement this is never replaced. */
export async function diffConfig(
  client: ProviderCalls,
  urn: string,
  olds: { inputs: Properties; outputs: Properties },
  news: Properties,
): Promise<Diff> {
  const request = new messages.DiffRequest().setUrn(urn).setName(nameOf(urn)).setType(typeOf(urn));
  request.setOldInputs(toStruct(olds.inputs, plain)).setOlds(toStruct(olds.outputs, plain));
  const answer = await client.diffConfig(request.setNews(toStruct(news, plain))).catch(unlessUnimplemented);
  return toDiff(answer ?? new messages.DiffResponse());
}
