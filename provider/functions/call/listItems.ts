import { explain, type Failure, ValidationError } from "../../errors";
import { advise } from "../../lifecycle/advice/advise";
import { checkFields } from "../../declare/check";
import type { Context } from "../../lifecycle/context";
import type { FieldContext } from "../../declare/fields";
import { isSame } from "../../declare/compare";
import { containsUnknown, isValues, type Values } from "../../declare/plainValues";
import { type ApiRequest, listAll } from "../../transport";
import type { ListFunction } from "../defineList";

/** The check failures of the arguments, offline. */
export function checkArgs(
  { args, refuse }: ListFunction,
  given: Values,
  fieldContext: FieldContext,
): readonly Failure[] {
  const { failures } = checkFields(args, given, fieldContext);
  return failures.length > 0 || containsUnknown(given) ? failures : refuse(given);
}

/**
 * Asks the tenant and keeps what the arguments describe.
 * @throws ValidationError for arguments that are not valid; of a refusal, an error that says who asked and what mends it.
 */
export async function listItems(
  called: ListFunction,
  given: Values,
  { api, connection, tenantId }: Pick<Context, "api" | "connection" | "tenantId">,
  fieldContext: FieldContext,
): Promise<Values[]> {
  refuseWrong(called, given, fieldContext);
  const { apiVersion, permission } = called;
  const search = called.search(given);
  const query = { "api-version": apiVersion };
  const request: ApiRequest =
    search === undefined
      ? { method: "GET", path: called.path(given), query }
      : { method: "POST", path: search.path, query, body: search.body, isRead: true };
  try {
    // A tenant that the settings do not name is known after the sign-in.
    if (fieldContext.tenantId === undefined && called.namesTenant(given))
      refuseWrong(called, given, { tenantId: await tenantId() });
    const items = (await listAll(api, request)).filter(isValues);
    return items.filter((item) => isMeant(called, item, given, search?.answers)).map(withoutNulls);
  } catch (error) {
    if (error instanceof ValidationError) throw error;
    const needs = { delegated: [permission], inRoles: [permission] };
    const advice = advise(error, { connection, apiVersion, needs, scope: called.scope(given) });
    throw explain(error, { resource: called.name, operation: "call", advice });
  }
}

function refuseWrong(called: ListFunction, given: Values, fieldContext: FieldContext): void {
  const failures = checkArgs(called, given, fieldContext);
  if (failures.length === 0) return;
  const reasons = failures.map(({ property, reason }) => `${property} ${reason}`).join("\n  ");
  throw new ValidationError(`${called.name}: the arguments are not valid.\n  ${reasons}`, { failures });
}

/** Whether an item has what the filters among the arguments say. */
const isMeant = (
  { args, item: members }: ListFunction,
  item: Values,
  given: Values,
  answered: readonly string[] = [],
): boolean =>
  args
    .filter(({ name, required }) => !required && given[name] !== undefined && given[name] !== null)
    .filter(({ name }) => !answered.includes(name) && members.some((member) => member.name === name))
    .every((node) => isSame(node, item[node.name], given[node.name]));

/** Null means the same as absent. */
const withoutNulls = (item: Values): Values =>
  Object.fromEntries(Object.entries(item).filter(([, value]) => value !== null));
