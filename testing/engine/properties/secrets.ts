import { isMarker, signatureKey, signatures } from "./markers";
import { isObject, mapElements, type Properties, type Value } from "./value";

/** Whether the value as a whole is a secret. */
export function isSecret(value: Value | undefined): boolean {
  return isMarker(value, "secret");
}

/** Marks a value as a secret. A secret does not change. */
export function secret(value: Value): Value {
  return isSecret(value) ? value : { [signatureKey]: signatures.secret, value };
}

/** The value with every secret in it as plain text. */
export function reveal(value: Value): Value {
  if (isMarker(value, "secret")) return reveal(value["value"] ?? null);
  return mapElements(value, reveal);
}

/** The properties with every secret in them as plain text. */
export function revealAll(properties: Properties): Properties {
  return reveal(properties) as Properties;
}

/** Whether any part of the value is a secret. */
export function containsSecret(value: Value): boolean {
  if (isSecret(value)) return true;
  if (Array.isArray(value)) return value.some(containsSecret);
  return isObject(value) && Object.values(value).some(containsSecret);
}

/**
 * Copies what is secret in `from` to the properties of the same name in `to`: maps property by property, anything else
 * as a whole. It is how Pulumi keeps secrets with providers that do not accept any, such as dynamic ones.
 */
export function annotateSecrets(to: Properties, from: Properties): Properties {
  const annotated = { ...to };
  for (const [key, source] of Object.entries(from)) {
    const target = annotated[key];
    if (target === undefined) continue;
    const bothMaps = isObject(target) && isObject(source) && !isSecret(target) && !isSecret(source);
    if (bothMaps) annotated[key] = annotateSecrets(target, source);
    else if (containsSecret(source)) annotated[key] = secret(target);
  }
  return annotated;
}

/** Marks outputs as secret: the named ones, and those whose input of the same name is a secret as a whole. */
export function markSecretOutputs(outputs: Properties, inputs: Properties, names: readonly string[]): Properties {
  const marked = { ...outputs };
  for (const [key, value] of Object.entries(outputs)) {
    if (names.includes(key) || isSecret(inputs[key])) marked[key] = secret(value);
  }
  return marked;
}
