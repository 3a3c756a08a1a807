import { inspect } from "node:util";

/** Forms in which a secret could show up. */
const formsOf = (secret: string): string[] => [
  secret,
  encodeURIComponent(secret),
  Buffer.from(secret).toString("base64"),
  JSON.stringify(secret).slice(1, -1),
];

/** Pulumi's wrapper of a secret value; the CLI keeps what is inside encrypted, the test engine in clear. */
const wrapper = /\{"4dabf18193072939515e22adb298388d":"[^"]*","(?:plaintext|value)":"(?:[^"\\]|\\.)*"\}/g;

const textOf = (place: unknown): string =>
  typeof place === "string"
    ? place
    : [JSON.stringify(place), inspect(place, { depth: 10, showHidden: true })].join(" ");

/** Names of the places that hold one of the secrets in clear. What is wrapped as secret in a state is no find. */
export function findSecrets(secrets: readonly string[], places: Readonly<Record<string, unknown>>): string[] {
  const forms = secrets.flatMap(formsOf);
  return Object.entries(places)
    .filter(([, place]) => {
      const text = textOf(place).replace(wrapper, "{}");
      return forms.some((form) => text.includes(form));
    })
    .map(([name]) => name);
}
