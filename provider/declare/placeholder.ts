import { ValidationError } from "../errors";

/** What Pulumi makes of an output that is put into a text without `interpolate` or `apply`. */
const outputText = /calling \[to(?:string|json)\] on an \[?output/i;

/** What JavaScript makes of a value that is missing or is an object, alone or as a part of an id. */
const missingText = /(?:^|[-_/\s])(undefined|null|nan|\[object \w+\])(?=$|[-_/\s])/i;

/** Why a text is what became of an output; `undefined` for any other text. */
export const outputProblem = (value: string): string | undefined =>
  outputText.test(value)
    ? "holds the text of an output and not its value: write pulumi.interpolate`…` or output.apply(…)"
    : undefined;

/** The same of an id, which may also be made of a value that never came. */
export function placeholderProblem(value: string): string | undefined {
  const problem = outputProblem(value);
  if (problem !== undefined) return problem;
  if (value.trim() === "") return "must not be empty";
  const made = missingText.exec(value)?.[1];
  return made === undefined ? undefined : `"${value}" is no id: the value for it is missing (${made})`;
}

/** @throws ValidationError for an id that was made of a value that never came. */
export function refusePlaceholder(what: string, id: string): void {
  const problem = placeholderProblem(id);
  if (problem === undefined) return;
  throw new ValidationError(`${what}: ${problem}`, { failures: [{ property: "id", reason: problem }] });
}
