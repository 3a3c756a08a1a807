import { type ItemOf, roleDefinitions } from "../provider/functions";
import { callFromProgram } from "./callFromProgram";

/** One of the roles that the service knows. */
export type RoleDefinition = ItemOf<typeof roleDefinitions>;

/**
 * The roles that can be assigned, as the tenant answers them; also in a preview. For the ids alone use `builtInRoles`.
 * https://learn.microsoft.com/rest/api/power-platform/authorization/role-based-access-control/list-role-definitions
 */
export const getRoleDefinitions = async (): Promise<RoleDefinition[]> =>
  (await callFromProgram("getRoleDefinitions", roleDefinitions, {})) as RoleDefinition[];
