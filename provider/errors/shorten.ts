/** The share of what is kept that comes from the end: ids and advice are there. */
const endShare = 1 / 4;

/** Size of a text as UTF-8. */
export const bytesOf = (text: string): number => Buffer.byteLength(text);

/** A text of at most so many bytes. Its middle is left out where it is longer, and the text says so. */
export function shorten(text: string, maxBytes: number): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= maxBytes) return text;
  const note = ` … (shortened from ${bytes.length} bytes) … `;
  const room = maxBytes - bytesOf(note);
  const endBytes = Math.floor(room * endShare);
  // Both without the part of a character at the cut.
  const start = new TextDecoder().decode(bytes.subarray(0, room - endBytes), { stream: true });
  const end = bytes
    .subarray(-endBytes)
    .toString()
    .replace(/^\ufffd+/, "");
  return `${start}${note}${end}`;
}
