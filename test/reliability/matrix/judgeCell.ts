import type { Fault, Looks } from "./faults";
import type { Lane } from "./lane";
import { type Word, wordOf } from "./outcome";
import { playCell } from "./playCell";
import { promised } from "./promises";
import type { Row } from "./rows";

/** What a cell came to in a word, and what of it is not as promised. */
export interface Judged {
  readonly word: Word;
  readonly problems: readonly string[];
}

/** Plays a cell and compares it with what is promised. */
export async function judgeCell(lane: Lane, row: Row, fault: Fault, looks: Looks): Promise<Judged> {
  const { problems, error = "no error", ...played } = await playCell(lane, row, fault, looks);
  const [wanted, got] = [promised(row, fault), played].map((each) => JSON.stringify(each));
  const broken = wanted === got ? [] : [`promised ${wanted}, got ${got} (${error})`];
  return {
    word: wordOf(played),
    problems: [...broken, ...problems].map((problem) => `${lane.adapter}, ${fault.name}: ${problem}`),
  };
}
