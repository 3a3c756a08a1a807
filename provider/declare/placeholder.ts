import { ValidationError } from "../errors";

/** Pulumi's text for an output in a string without `interpolate` or `apply`. */
const outputText = /calling \[to(?:string|json)\] on an \[?output/i;

/** JavaScript's text for a missing value or an object, alone or as a part of an id. */
const missingText = /(?:^|[-_/\s])(undefined|null|nan|\[object \w+\])(?=$|[-_/\s])/i;

/** The failure of a text that replaces an output. `undefined` for any other text. */
export const outputProblem = (value: string): string | undefined =>
  outputText.test(value)
    ? "holds the text of an output and not its value: write pulumi.interpolate`…` or output.apply(…)"
    : undefined;

/** The same for an id, which may also contain a missing value. */
export function placeholderProblem(value: string): string | undefined {
  const problem = outputProblem(value);
  if (problem !== undefined) return problem;
  if (value.trim() === "") return "must not be empty";
  const made = missingText.exec(value)?.[1];
  return made === undefined ? undefined : `"${value}" is no id: the value for it is missing (${made})`;
}

/** @throws ValidationError for an id that contains a missing value. */
export function refusePlaceholder(what: string, id: string): void {
  const problem = placeholderProblem(id);
  if (problem === undefined) return;
  throw new ValidationError(`${what}: ${problem}`, { failures: [{ property: "id", reason: problem }] });
}
