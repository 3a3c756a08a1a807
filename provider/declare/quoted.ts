import { neutralLine } from "../errors";

/** Longer names are told by their beginning. */
const mostCharacters = 100;

/** A name in quotes for messages, in one line: names are anybody's. */
export function quoted(value: unknown): string {
  const characters = Array.from(String(value));
  const shown = neutralLine(characters.slice(0, mostCharacters).join(""));
  return `"${shown}${characters.length > mostCharacters ? "…" : ""}"`;
}
