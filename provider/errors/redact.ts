import { neutral } from "./neutral";
import { SecretIndex, shortestSecret } from "./secretIndex";

const mask = "[redacted]";

/** Longest text searched for patterns, in characters. The middle of a longer one is dropped, never passed on unread. */
const longestText = 262_144;
const endOfLongest = 16_384;

/** Credentials, and what the program calls secret. */
const credentials = new SecretIndex();
const programSecrets = new SecretIndex();

/** Patterns of credentials, also of those that are not registered. */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN [A-Z0-9 ]{1,40}-----[\s\S]*?(?:-----END [A-Z0-9 ]{1,40}-----|$)/g, mask],
  // The same in base64 ("-----BEGIN").
  [/LS0tLS1CRUdJTi[A-Za-z0-9+/=_-]*/g, mask],
  // A JSON Web Token, also one that was cut off.
  [/eyJ[A-Za-z0-9_-]{10,}(?:\.[A-Za-z0-9_-]*){0,4}/g, mask],
  [/\b(authorization["']?\s{0,3}[:=]\s{0,3}["']?(?:basic|bearer|negotiate|ntlm)\s{1,3})[^\s"',;]+/gi, `$1${mask}`],
  [/\b(bearer\s{1,3})(?=[^\s"',;]*\d|[^\s"',;]{20})[A-Za-z0-9._~+/-]{6,}=*/gi, `$1${mask}`],
  // name=value, as in forms and connection strings.
  [
    /((?:secret|password|passwd|passphrase|pwd|assertion|access_?token|refresh_?token|id_?token|accountkey|api[-_]?key|\bsig)=)[^&\s"',;}]+/gi,
    `$1${mask}`,
  ],
  // "name": "value" and name: 'value', as in JSON and inspected objects; the quotes may be escaped.
  [
    /((?:secret|password|passwd|passphrase|pwd|assertion|access_?token|refresh_?token|id_?token|accountkey|api[-_]?key|privatekey|authorization)\\?["']?\s{0,3}:\s{0,3}\\?(["']))(?:(?!\2)[\s\S])*/gi,
    `$1${mask}`,
  ],
  // A client secret as Entra makes them: three characters, a digit, "Q~", 31 to 34 more.
  [/[A-Za-z0-9_.~-]{3}\dQ~[A-Za-z0-9_.~-]{31,34}/g, mask],
];

/**
 * Makes `redact` blank out a credential wherever it turns up, also encoded for a URL, for JSON or in base64, alone or within
 * more. Whoever reads a credential calls this first. Values of fewer than four characters are ignored.
 */
export function registerSecret(value: string): void {
  for (const spelling of spellingsOf(value)) credentials.add(spelling, false);
}

/**
 * The same for a value that the program calls secret. Anything may be, also a word that errors are made of, so a short word and
 * a name of the service are left readable, and what is one word is not blanked out within a longer one.
 */
export function registerProgramSecret(value: string): void {
  const text = value.trim();
  if (shortWord.test(text) || isServiceWord(text)) return;
  for (const spelling of spellingsOf(value)) programSecrets.add(spelling, isWord(text));
}

/** Finds values that the program calls secret in lower-case texts, short words too. */
export function indexOfSecrets(values: readonly string[]): SecretIndex {
  const index = new SecretIndex();
  for (const value of values) if (!isServiceWord(value)) index.add(value.toLowerCase(), isWord(value));
  return index;
}

const shortWord = /^\p{L}{1,7}$/u;

/** What may be part of another word; longer ones are not. */
const isWord = (text: string): boolean => /^[\p{L}\p{N}]{1,15}$/u.test(text);

/** Names of the service, in lower case. */
const serviceWords = new Set<string>();

/** Names of the service, such as `ApplicationUser` or `Disabled`, tell nothing about a program that calls them secret. */
export function keepReadable(words: readonly string[]): void {
  for (const word of words) serviceWords.add(word.toLowerCase());
}

const isServiceWord = (text: string): boolean => serviceWords.has(text.toLowerCase());

/** A spelling that is part of the mask would be found in what was blanked out. */
const spellingsOf = (value: string): readonly string[] =>
  value.trim().length < shortestSecret
    ? []
    : [value, value.trim()].flatMap(encodings).filter((text) => !mask.includes(text));

const encodings = (text: string): readonly string[] => [
  text,
  text.replace(/\s+/g, " "),
  neutral(text),
  encodeURIComponent(Buffer.from(text).toString()),
  new URLSearchParams([["", text]]).toString().slice(1),
  inJson(text),
  inJson(inJson(text)),
  Buffer.from(text).toString("base64"),
  ...insideBase64(text),
];

const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);

/** Shorter pieces of base64 turn up by chance. */
const shortestPiece = 8;

/**
 * How base64 of a longer text shows a value, by its position in that text: `Bearer <token>` looks other than the token
 * alone. What depends on the neighbours is left out. Also for URLs.
 */
function insideBase64(text: string): readonly string[] {
  const bytes = Buffer.from(text);
  const pieces = [0, 1, 2].map((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes]).toString("base64");
    return encoded.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
  });
  return pieces
    .filter((piece) => piece.length >= shortestPiece)
    .flatMap((piece) => [piece, piece.replaceAll("+", "-").replaceAll("/", "_")]);
}

/** The text without secrets: registered values, tokens, PEM blocks, `client_secret=…` and their like. */
export const redact = (text: string): string => programSecrets.blank(redactCredentials(text), mask);

/** The same where a name of the service is expected, such as an error code, which may look like a secret of the program. */
export function redactCredentials(text: string): string {
  // Patterns first: a secret such as "pass" would take the name off `password=…`. Before anything is cut off: half of a secret
  // would not be found again.
  const isLong = text.length > longestText;
  let clean = isLong ? withoutMiddle(credentials.blank(text, mask)) : text;
  for (const [pattern, replacement] of patterns) clean = clean.replace(pattern, replacement);
  return isLong ? clean : credentials.blank(clean, mask);
}

/** The end begins with a word, so with no rest of a token. */
const withoutMiddle = (text: string): string =>
  text.length <= longestText
    ? text
    : `${text.slice(0, longestText - endOfLongest)} … ${text.slice(-endOfLongest).replace(/^\S*/, "")}`;
