/** Longer names are told by their beginning. */
const mostCharacters = 100;

/**
 * A name in quotes for messages. What would break a line, colour a terminal or turn the direction of the text around it is
 * written as in JSON: names are anybody's, and logs of pipelines read some lines as commands.
 */
export function quoted(value: unknown): string {
  const characters = Array.from(String(value));
  const shown = characters.slice(0, mostCharacters).join("");
  const harmless = shown.replace(
    /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu,
    (each) => (each === "\n" ? "\\n" : `\\u${each.charCodeAt(0).toString(16).padStart(4, "0")}`),
  );
  return `"${harmless}${characters.length > mostCharacters ? "…" : ""}"`;
}
