import { checkFields } from "../../declare/check";
import type { FieldContext } from "../../declare/fields";
import { containsUnknown, type Values } from "../../declare/plainValues";
import { type Failure, ValidationError } from "../../errors";
import type { FunctionDefinition } from "../defineFunction";

/** The check failures of the arguments, offline. */
export function checkArgs(
  { args, refuse }: FunctionDefinition,
  given: Values,
  fieldContext: FieldContext,
): readonly Failure[] {
  const { failures } = checkFields(args, given, fieldContext);
  return failures.length > 0 || containsUnknown(given) ? failures : refuse(given);
}

/** @throws ValidationError for arguments that are not valid. */
export function refuseWrong(called: FunctionDefinition, given: Values, fieldContext: FieldContext): void {
  const failures = checkArgs(called, given, fieldContext);
  if (failures.length === 0) return;
  const reasons = failures.map(({ property, reason }) => `${property} ${reason}`).join("\n  ");
  throw new ValidationError(`${called.name}: the arguments are not valid.\n  ${reasons}`, { failures });
}
