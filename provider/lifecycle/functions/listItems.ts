import { explain, ValidationError } from "../../errors";
import { advise } from "../advice/advise";
import { type CheckFailure, checkFields } from "../../declare/check";
import type { Context } from "../context";
import type { Surroundings } from "../../declare/fields";
import { isSame } from "../../declare/fieldTree";
import { isValues, type Values } from "../../declare/plainValues";
import { listAll } from "../../transport";
import type { ListFunction } from "../../declare/defineList";

/** What is wrong with the arguments; nothing is asked. */
export const checkArgs = (
  { args }: ListFunction,
  given: Values,
  surroundings: Surroundings,
): readonly CheckFailure[] => checkFields(args, given, surroundings).failures;

/**
 * Asks the tenant and keeps what the arguments describe.
 * @throws ValidationError for arguments that are not valid; of a refusal, an error that says who asked and what mends it.
 */
export async function listItems(
  called: ListFunction,
  given: Values,
  { api, connection }: Pick<Context, "api" | "connection">,
  surroundings: Surroundings,
): Promise<Values[]> {
  const failures = checkArgs(called, given, surroundings);
  if (failures.length > 0) {
    const reasons = failures.map(({ property, reason }) => `${property} ${reason}`).join("\n  ");
    throw new ValidationError(`${called.name}: the arguments are not valid.\n  ${reasons}`, { failures });
  }
  const { apiVersion, permission } = called;
  const request = {
    method: "GET",
    path: called.path(given),
    query: { "api-version": apiVersion },
  } as const;
  try {
    const items = (await listAll(api, request)).filter(isValues);
    return items.filter((item) => isMeant(called, item, given)).map(withoutNulls);
  } catch (error) {
    const needs = { delegated: [permission], inRoles: [permission] };
    const advice = advise(error, { connection, apiVersion, needs, scope: called.scope(given) });
    throw explain(error, { resource: called.name, operation: "call", advice });
  }
}

/** Whether an item has what the filters among the arguments say. */
const isMeant = ({ args }: ListFunction, item: Values, given: Values): boolean =>
  args
    .filter(({ name, required }) => !required && given[name] !== undefined && given[name] !== null)
    .every((node) => isSame(node, item[node.name], given[node.name]));

/** Null means the same as absent. */
const withoutNulls = (item: Values): Values =>
  Object.fromEntries(Object.entries(item).filter(([, value]) => value !== null));
