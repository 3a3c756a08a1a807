import { inspect } from "node:util";

/** Secrets by what they are. */
export type Planted = Readonly<Record<string, string>>;

/** Shorter pieces of an encoded secret turn up by chance. */
const shortest = 8;

/** The spellings in which a secret may get out. Base64 of a longer text that holds it has three, by its position. */
export function spellingsOf(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  const base64 = [0, 1, 2].map((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString("base64");
    // The first and the last characters depend on what is around the secret.
    const whole = Math.floor(((offset + bytes.length) * 8) / 6);
    return text.slice(Math.ceil((offset * 8) / 6), whole);
  });
  const spellings = [
    secret,
    encodeURIComponent(secret),
    new URLSearchParams({ s: secret }).toString().slice(2),
    quoted(secret),
    quoted(quoted(secret)),
    bytes.toString("hex"),
    ...base64,
    ...base64.map((text) => text.replaceAll("+", "-").replaceAll("/", "_")),
  ];
  return [...new Set(spellings)].filter((text) => text.length >= shortest);
}

/** As it is inside of JSON. */
const quoted = (text: string): string => JSON.stringify(text).slice(1, -1);

/** Names of the secrets that the text holds, in whatever spelling. */
export function leaksIn(text: string, planted: Planted): readonly string[] {
  return Object.entries(planted)
    .filter(([, secret]) => spellingsOf(secret).some((spelling) => text.includes(spelling)))
    .map(([name]) => name);
}

/** Everything that can be read off an error by whoever holds it: also what is hidden, and of its causes. */
export function everythingIn(error: unknown): string {
  const seen = new Set<object>();
  const parts: string[] = [inspect(error, { depth: 10, showHidden: true, maxStringLength: null }), String(error)];
  const visit = (value: unknown): void => {
    if (typeof value === "string") parts.push(value);
    if (Buffer.isBuffer(value)) parts.push(value.toString("utf8"));
    if ((typeof value !== "object" && typeof value !== "function") || value === null || seen.has(value)) return;
    seen.add(value);
    if (value instanceof Map) for (const entry of value) visit(entry);
    if (value instanceof Set) for (const entry of value) visit(entry);
    for (const key of Reflect.ownKeys(value)) {
      const descriptor = Object.getOwnPropertyDescriptor(value, key);
      visit(descriptor?.value);
    }
  };
  visit(error);
  return parts.join("\n");
}

/** The text of a state without what is inside Pulumi's wrappers of secrets, which the CLI encrypts. */
export function outsideOfWrappers(state: unknown): string {
  const isWrapped = (value: object): boolean => "4dabf18193072939515e22adb298388d" in value;
  return JSON.stringify(state, (_key, value: unknown) =>
    typeof value === "object" && value !== null && isWrapped(value) ? "[secret]" : value,
  );
}
