import type { PowerPlatformError } from "../../errors";
import type { RefusedCall } from "./refusedCall";

/** What the kind itself says about a code of the error, of the deepest one that it knows. */
export function codeAdviceFor(error: PowerPlatformError, call: RefusedCall): string | undefined {
  const { codeAdvice = {}, connection, values = {} } = call;
  const known = [...(error.codes ?? [])].reverse().find((code) => Object.hasOwn(codeAdvice, code));
  const advice = known === undefined ? undefined : codeAdvice[known];
  return typeof advice === "function" ? advice(values, connection.caller()?.oid) : advice;
}
