/** Spellings are found by their first characters, so a shorter one is not taken. */
export const shortestSecret = 4;

/** Whether a spelling is secret only where it stands as a word: not within a longer one. */
type Spellings = Map<string, boolean>;

interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * Finds secrets in texts. Adding one costs the same however many there are, and so does each character of a text:
 * spellings are kept by their first characters and their length.
 */
export class SecretIndex {
  private readonly byStart = new Map<string, Map<number, Spellings>>();

  /** @param isWord found as a whole word only: letters and digits on either side make it another word */
  add(spelling: string, isWord: boolean): void {
    if (spelling.length < shortestSecret) return;
    const start = spelling.slice(0, shortestSecret);
    const byLength = this.byStart.get(start) ?? new Map<number, Spellings>();
    this.byStart.set(start, byLength);
    const spellings: Spellings = byLength.get(spelling.length) ?? new Map<string, boolean>();
    byLength.set(spelling.length, spellings);
    spellings.set(spelling, isWord && spellings.get(spelling) !== false);
  }

  /** Whether the text holds one. */
  isIn(text: string): boolean {
    return this.spans(text).next().done !== true;
  }

  /** The text with `mask` for each secret; secrets that overlap are one. */
  blank(text: string, mask: string): string {
    const parts: string[] = [];
    let end = 0;
    for (const { from, to } of this.spans(text)) {
      if (from >= end) parts.push(text.slice(end, from), mask);
      end = Math.max(end, to);
    }
    return end === 0 ? text : `${parts.join("")}${text.slice(end)}`;
  }

  /** At each position the longest one. */
  private *spans(text: string): Generator<Span> {
    if (this.byStart.size === 0) return;
    for (let from = 0; from + shortestSecret <= text.length; from++) {
      const byLength = this.byStart.get(text.slice(from, from + shortestSecret));
      const to = byLength === undefined ? from : longestEnd(byLength, text, from);
      if (to > from) yield { from, to };
    }
  }
}

/** Longer ones, such as certificates, are few and begin alike: they are compared to the first difference instead of cut out. */
const longSpelling = 64;

function longestEnd(byLength: ReadonlyMap<number, Spellings>, text: string, from: number): number {
  let longest = from;
  for (const [length, spellings] of byLength) {
    const to = from + length;
    if (to <= longest || to > text.length) continue;
    const isWord = length > longSpelling ? isWordAt(spellings, text, from) : spellings.get(text.slice(from, to));
    if (isWord === false || (isWord === true && standsAlone(text, from, to))) longest = to;
  }
  return longest;
}

/** Whether the spelling that the text has there is one for whole words; `undefined` where it has none. */
function isWordAt(spellings: Spellings, text: string, from: number): boolean | undefined {
  for (const [spelling, isWord] of spellings) if (text.startsWith(spelling, from)) return isWord;
  return undefined;
}

const letterOrDigit = /[\p{L}\p{N}]/u;

const standsAlone = (text: string, from: number, to: number): boolean =>
  !letterOrDigit.test(text.charAt(from - 1)) && !letterOrDigit.test(text.charAt(to));
