const MASK = "[redacted]";

/** Shorter values would blank out ordinary words; no credential is this short. */
const SHORTEST_SECRET = 4;

/** Longest text searched for patterns; what is behind it is dropped, never passed on unread. */
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
 * Makes `redact` blank out `value` wherever it turns up, also encoded for a URL, for JSON or in base64, alone or within more. Whoever reads a
 * secret calls this first. Values of fewer than four characters are ignored.
 */
export function registerSecret(value: string): void {
  const spellings = [value, value.trim()].flatMap((text) => [
    text,
    encodeURIComponent(Buffer.from(text).toString()),
    new URLSearchParams([["", text]]).toString().slice(1),
    quoted(text),
    quoted(quoted(text)),
    Buffer.from(text).toString("base64"),
    ...insideBase64(text),
  ]);
  const known = new Set([...secrets, ...spellings.filter((text) => text.length >= SHORTEST_SECRET)]);
  if (value.trim().length >= SHORTEST_SECRET) secrets = [...known].sort((a, b) => b.length - a.length);
}

/** As it is inside of JSON. */
const quoted = (text: string): string => JSON.stringify(text).slice(1, -1);

/** Shorter pieces of base64 turn up by chance. */
const SHORTEST_PIECE = 8;

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
    .filter((piece) => piece.length >= SHORTEST_PIECE)
    .flatMap((piece) => [piece, piece.replaceAll("+", "-").replaceAll("/", "_")]);
}

/** The text without credentials: registered values, tokens, PEM blocks, `client_secret=…` and their like. */
export function redact(text: string): string {
  let clean = text;
  // Before anything is cut off: half of a secret would not be found again.
  for (const secret of secrets) clean = clean.replaceAll(secret, MASK);
  clean = clean.slice(0, LONGEST_TEXT);
  for (const [pattern, replacement] of patterns) clean = clean.replace(pattern, replacement);
  return clean;
}
