import type { FieldContext } from "../../declare/fields";
import type { Values } from "../../declare/plainValues";
import { inDeclaredCase } from "../../declare/wire";
import { explain, ValidationError } from "../../errors";
import { advise } from "../../lifecycle/advice/advise";
import type { Context } from "../../lifecycle/context";
import type { FunctionDefinition, ListFunction } from "../defineFunction";
import { refuseWrong } from "./checkArgs";
import { listItems } from "./listItems";
import { readObject } from "./readObject";

type Asked = Pick<Context, "api" | "connection" | "tenantId">;

export function ask(called: ListFunction, given: Values, context: Asked, fieldContext: FieldContext): Promise<Values[]>;
export function ask(
  called: FunctionDefinition,
  given: Values,
  context: Asked,
  fieldContext: FieldContext,
): Promise<Values | Values[]>;
/**
 * Asks the tenant what the arguments describe: the items of a list, or one object.
 * @throws ValidationError for arguments that are not valid; of a refusal, an error that says who asked and what mends it.
 */
export async function ask(
  called: FunctionDefinition,
  given: Values,
  { api, connection, tenantId }: Asked,
  fieldContext: FieldContext,
): Promise<Values | Values[]> {
  refuseWrong(called, given, fieldContext);
  const { apiVersion, item, name, result, scope } = called;
  try {
    // A tenant that the settings do not name is known after the sign-in.
    if (fieldContext.tenantId === undefined && called.namesTenant(given))
      refuseWrong(called, given, { tenantId: await tenantId() });
    const told = (values: Values): Values => withoutNulls(inDeclaredCase(item, values));
    return result === undefined
      ? told(await readObject(called, given, api))
      : (await listItems(called, given, api)).map(told);
  } catch (error) {
    if (error instanceof ValidationError) throw error;
    const advice = advise(error, { connection, apiVersion, needs: needsOf(called), scope: scope(given) });
    throw explain(error, { resource: name, operation: "call", advice });
  }
}

function needsOf({ permission, permissionInRoles = permission }: FunctionDefinition) {
  const some = (name: string | undefined): readonly string[] => (name === undefined ? [] : [name]);
  return { delegated: some(permission), inRoles: some(permissionInRoles) };
}

/** Null means the same as absent. */
const withoutNulls = (item: Values): Values =>
  Object.fromEntries(Object.entries(item).filter(([, value]) => value !== null));
