import { isObject, type Properties, type Value } from "./value";

/** The key that makes a map a marker object (sdk/go/common/resource/properties.go in Pulumi). */
export const signatureKey = "4dabf18193072939515e22adb298388d";

/** Signatures: what kind of marker object a map is. */
export const signatures = {
  secret: "1b47061264138c4ac30d75fd1eb44270",
  output: "d0e6a833031e9bbcd3f4e8bde6ca49a4",
  resource: "5cf8f73096256a8f31e491e813e4eb8e",
} as const;

/** The marker of a value that is not known before the deployment. It is sent as a plain string and is a valid GUID. */
export const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** A map that represents another value. */
export type Marker = Properties & Record<typeof signatureKey, string>;

/** Whether the value is a marker object of this kind. */
export function isMarker(value: Value | undefined, kind: keyof typeof signatures): value is Marker {
  return isObject(value) && value[signatureKey] === signatures[kind];
}

/** Whether any part of the value is unknown. */
export function containsUnknown(value: Value): boolean {
  if (value === unknown) return true;
  if (Array.isArray(value)) return value.some(containsUnknown);
  return isObject(value) && Object.values(value).some(containsUnknown);
}

/** Removes unknown properties of maps and unknown elements of lists. */
export function withoutUnknowns(properties: Properties): Properties {
  return dropUnknowns(properties) as Properties;
}

function dropUnknowns(value: Value): Value {
  if (Array.isArray(value)) return value.filter((element) => element !== unknown).map(dropUnknowns);
  if (!isObject(value)) return value;
  const known = Object.entries(value).filter(([, element]) => element !== unknown);
  return Object.fromEntries(known.map(([key, element]) => [key, dropUnknowns(element)]));
}
