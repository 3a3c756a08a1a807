import { neutral, neutralJson, neutralLine } from "./neutral";
import { redact } from "./redact";
import { shorten } from "./shorten";

/**
 * The longest text that leaves. An error travels in HTTP/2 trailers, which end at 64 KiB, and percent-encoding makes three
 * bytes of one.
 */
export const maxTextBytes = 8_192;

/** A line of a text: more of the service's words, or of a list, helps nobody. */
const maxLineBytes = 3_072;

/**
 * The one gate for text. What people read passes it last: an error or a text without secrets, without what a terminal or a
 * pipeline would obey, and not longer than 8 KB. What is cut out of a longer one lies in the middle: the start says what failed and
 * why, the end has the service's code and ids.
 */
export function tell(subject: unknown): string {
  const text = subject instanceof Error ? subject.message : String(subject);
  const lines = neutral(redact(text)).split("\n");
  return shorten(lines.map((line) => shorten(line, maxLineBytes)).join("\n"), maxTextBytes);
}

/** The same in one line, as for a log. */
export const tellLine = (text: string): string => shorten(neutralLine(redact(text)), maxLineBytes);

/** A value as JSON for people and scripts, whole, without secrets, and harmless in the log of a pipeline. */
export const tellJson = (value: unknown): string => neutralJson(redact(JSON.stringify(value, undefined, 2)));
