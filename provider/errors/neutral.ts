/**
 * Control characters, halves of a pair (`\p{Cs}`), line separators, and characters without width or that turn the direction of the text around them. A joiner
 * stays, since emoji and some scripts need it.
 */
const unsafe = /[\p{Cc}\p{Cs}\u2028\u2029\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu;

/** What Azure Pipelines (`##vso[`, `##[error]`) and TeamCity obey anywhere in a line. */
const hashCommand = /##(?=[a-z]*\[)/gi;

/** What GitHub Actions obeys at the start of a line: `::error::`. */
const colonCommand = /^([^\S\n]*)::(?=[a-z])/gim;

/**
 * The text without what a terminal or a pipeline would obey: unsafe characters are written as in JSON, commands are taken
 * apart. Line feeds stay.
 */
export const neutral = (text: string): string =>
  takenApart(text.replace(/\r\n/g, "\n").replace(unsafe, (each) => (each === "\n" ? each : escaped(each))));

/** The same in one line. */
export const neutralLine = (text: string): string => takenApart(text.replace(unsafe, escaped));

/** The same for JSON, which means what it meant. */
export const neutralJson = (json: string): string =>
  json.replace(unsafe, (each) => (each === "\n" ? each : escaped(each))).replace(hashCommand, "#\\u0023");

const takenApart = (text: string): string => text.replace(hashCommand, "# #").replace(colonCommand, "$1: :");

function escaped(character: string): string {
  const short = JSON.stringify(character).slice(1, -1);
  if (short !== character) return short;
  return Array.from({ length: character.length }, (_, at) => `\\u${hex(character.charCodeAt(at))}`).join("");
}

const hex = (code: number): string => code.toString(16).padStart(4, "0");
