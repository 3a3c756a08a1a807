/** A line of one of two texts, or of both. */
export interface DiffLine {
  op: "same" | "create" | "delete";
  text: string;
}

/** How many lines are shown around those that differ. */
const context = 2;

/** Compares texts line by line. Blank lines are left out, and so are lines far from any that differ. */
export function lineDiff(old: string, now: string): DiffLine[] {
  const chunks = chunksOf(compare(linesOf(old), linesOf(now)));
  return chunks.flatMap((chunk, index) => {
    const lines = chunk.filter(({ text }) => text.trim() !== "");
    if (chunk[0]?.op !== "same") return lines;
    const after = index === 0 ? [] : lines.slice(0, context);
    const before = index === chunks.length - 1 ? [] : lines.slice(-context);
    const shown = after.length + before.length;
    return lines.length > shown + 1 && shown > 0 ? [...after, gap, ...before] : lines;
  });
}

/** Lines with their line ends: a last line without one differs from the same line with one. */
function linesOf(text: string): string[] {
  return text.split(/(?<=\n)/);
}

const gap: DiffLine = { op: "same", text: "..." };

function chunksOf(lines: readonly DiffLine[]): DiffLine[][] {
  const chunks: DiffLine[][] = [];
  for (const line of lines) {
    const last = chunks.at(-1);
    if (last?.[0]?.op === line.op) last.push(line);
    else chunks.push([line]);
  }
  return chunks;
}

/** The equal lines are the longest common subsequence. */
function compare(old: readonly string[], now: readonly string[]): DiffLine[] {
  const lengths = old.map(() => new Array<number>(now.length + 1).fill(0));
  const common = (row: number, column: number): number => lengths[row]?.[column] ?? 0;
  for (let row = old.length - 1; row >= 0; row--) {
    const line = lengths[row] ?? [];
    for (let column = now.length - 1; column >= 0; column--) {
      line[column] =
        old[row] === now[column]
          ? common(row + 1, column + 1) + 1
          : Math.max(common(row + 1, column), common(row, column + 1));
    }
  }
  const result: DiffLine[] = [];
  let [row, column] = [0, 0];
  while (row < old.length || column < now.length) {
    const [oldLine, newLine] = [old[row], now[column]];
    if (oldLine !== undefined && oldLine === newLine) {
      result.push({ op: "same", text: oldLine.trimEnd() });
      row++;
      column++;
    } else if (newLine === undefined || (oldLine !== undefined && common(row + 1, column) >= common(row, column + 1))) {
      result.push({ op: "delete", text: (oldLine ?? "").trimEnd() });
      row++;
    } else {
      result.push({ op: "create", text: newLine.trimEnd() });
      column++;
    }
  }
  return result;
}
