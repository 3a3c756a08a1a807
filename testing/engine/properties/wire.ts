import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { isMarker, signatureKey, signatures, unknown, withoutUnknowns } from "./markers";
import { revealAll, secret } from "./secrets";
import { mapElements, type Properties, type Value } from "./value";

/** The forms that the receiver of properties understands. Other forms are sent as plain values. */
export interface Understands {
  secrets: boolean;
  resources: boolean;
  unknowns: boolean;
}

/** All forms, which the SDK understands. */
export const everything: Understands = { secrets: true, resources: true, unknowns: true };

/** Properties as a message. */
export function toStruct(properties: Properties, understands: Understands): Struct {
  let sent = properties;
  if (!understands.unknowns) sent = withoutUnknowns(sent);
  if (!understands.secrets) sent = revealAll(sent);
  if (!understands.resources) sent = plainReferences(sent) as Properties;
  return Struct.fromJavaScript(sent);
}

/** Properties from a message. Output values become their content, marked as secret or unknown. */
export function fromStruct(message: Struct | undefined): Properties {
  if (!message) return {};
  return plainOutputs(message.toJavaScript()) as Properties;
}

/** A provider that knows no references gets the id of the resource referred to, or the URN of a component. */
function plainReferences(value: Value): Value {
  if (!isMarker(value, "resource")) return mapElements(value, plainReferences);
  if (value["id"] === undefined || value["id"] === null) return value["urn"] ?? null;
  return value["id"] === "" ? unknown : value["id"];
}

function plainOutputs(value: Value): Value {
  if (!isMarker(value, "output")) return mapElements(value, plainOutputs);
  const inner = value["value"] === undefined ? unknown : plainOutputs(value["value"]);
  return value["secret"] === true ? secret(inner) : inner;
}

/** The form of a secret in a state file, its value as JSON text. */
export function toStateForm(value: Value): Value {
  if (!isMarker(value, "secret")) return mapElements(value, toStateForm);
  return {
    [signatureKey]: signatures.secret,
    plaintext: JSON.stringify(toStateForm(value["value"] ?? null)),
  };
}

/** The opposite of {@link toStateForm}. An encrypted secret is refused, because nothing here could read it. */
export function fromStateForm(value: Value): Value {
  if (!isMarker(value, "secret")) return mapElements(value, fromStateForm);
  const plaintext = value["plaintext"];
  if (typeof plaintext !== "string") {
    throw new Error("The state has encrypted secrets. Export it with `pulumi stack export --show-secrets`.");
  }
  return secret(fromStateForm(JSON.parse(plaintext) as Value));
}
