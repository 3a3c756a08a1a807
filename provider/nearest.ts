/** The candidate that a word most resembles, and whether it is likely to be what was meant. */
export interface Nearest {
  readonly word: string;
  readonly isLikely: boolean;
}

/** Of several that are equally near the first. Upper and lower case, hyphens and underscores do not count. */
export function nearest(word: string, candidates: readonly string[]): Nearest | undefined {
  const from = plain(word);
  const [best] = candidates
    .map((candidate) => ({ candidate, edits: distance(from, plain(candidate)) }))
    .sort((a, b) => a.edits - b.edits);
  if (best === undefined) return undefined;
  return { word: best.candidate, isLikely: best.edits <= Math.max(2, Math.floor(from.length / 4)) };
}

const plain = (word: string): string => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** Insertions, deletions and substitutions that turn one word into the other (Levenshtein), row by row. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let line = 1; line <= from.length; line++) {
    const next = [line];
    for (let column = 1; column <= to.length; column++) {
      const substituted = at(row, column - 1) + (from[line - 1] === to[column - 1] ? 0 : 1);
      next.push(Math.min(substituted, at(row, column) + 1, at(next, column - 1) + 1));
    }
    row = next;
  }
  return at(row, to.length);
}

const at = (row: readonly number[], column: number): number => row[column] ?? Infinity;
