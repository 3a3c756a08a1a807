const MASK = "[redacted]";

/** Shorter values would blank out ordinary words; no credential is this short. */
const SHORTEST_SECRET = 4;

/** Longest text looked at; what is behind it is dropped, never passed on unread. */
const LONGEST_TEXT = 65_536;

/** Registered values in every spelling, longest first. */
let secrets: string[] = [];

/** What looks like a credential whether or not it was registered. */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN [A-Z0-9 ]{1,40}-----[\s\S]*?(?:-----END [A-Z0-9 ]{1,40}-----|$)/g, MASK],
  // The same in base64 ("-----BEGIN").
  [/LS0tLS1CRUdJTi[A-Za-z0-9+/=_-]*/g, MASK],
  // A JSON Web Token, also one that was cut off.
  [/eyJ[A-Za-z0-9_-]{10,}(?:\.[A-Za-z0-9_-]*){0,4}/g, MASK],
  [
    /\b(authorization["']?\s{0,3}[:=]\s{0,3}["']?(?:basic|bearer|negotiate|ntlm)\s{1,3})[^\s"',;]+/gi,
    `$1${MASK}`,
  ],
  [/\b(bearer\s{1,3})(?=[^\s"',;]*\d|[^\s"',;]{20})[A-Za-z0-9._~+/-]{6,}=*/gi, `$1${MASK}`],
  // name=value, as in forms and connection strings.
  [
    /((?:secret|password|passwd|passphrase|pwd|assertion|access_?token|refresh_?token|id_?token|accountkey|api[-_]?key|\bsig)=)[^&\s"',;}]+/gi,
    `$1${MASK}`,
  ],
  // "name": "value" and name: 'value', as in JSON and inspected objects; the quotes may be escaped.
  [
    /((?:secret|password|passwd|passphrase|pwd|assertion|access_?token|refresh_?token|id_?token|accountkey|api[-_]?key|privatekey|authorization)\\?["']?\s{0,3}:\s{0,3}\\?(["']))(?:(?!\2)[\s\S])*/gi,
    `$1${MASK}`,
  ],
  // A client secret as Entra makes them: three characters, a digit, "Q~", 31 to 34 more.
  [/[A-Za-z0-9_.~-]{3}\dQ~[A-Za-z0-9_.~-]{31,34}/g, MASK],
];

/**
 * Makes `redact` blank out `value` wherever it turns up, also encoded for a URL, for JSON or in base64. Whoever reads a
 * secret calls this first. Values of fewer than four characters are ignored.
 */
export function registerSecret(value: string): void {
  const spellings = [value, value.trim()].flatMap((text) => [
    text,
    encodeURIComponent(Buffer.from(text).toString()),
    JSON.stringify(text).slice(1, -1),
    Buffer.from(text).toString("base64"),
  ]);
  const known = new Set([...secrets, ...spellings.filter((text) => text.length >= SHORTEST_SECRET)]);
  if (value.trim().length >= SHORTEST_SECRET) secrets = [...known].sort((a, b) => b.length - a.length);
}

/** The text without credentials: registered values, tokens, PEM blocks, `client_secret=…` and their like. */
export function redact(text: string): string {
  let clean = text.slice(0, LONGEST_TEXT);
  for (const secret of secrets) clean = clean.replaceAll(secret, MASK);
  for (const [pattern, replacement] of patterns) clean = clean.replace(pattern, replacement);
  return clean;
}
