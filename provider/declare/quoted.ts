import { neutralLine } from "../errors";

/** Longer names are cut. */
const mostCharacters = 100;

/** A name in quotes for messages, in one line. A name may contain any character. */
export function quoted(value: unknown): string {
  const characters = Array.from(String(value));
  const shown = neutralLine(characters.slice(0, mostCharacters).join(""));
  return `"${shown}${characters.length > mostCharacters ? "…" : ""}"`;
}
