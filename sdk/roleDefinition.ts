import type { ListedRoleDefinition } from "./types/authorization/roleDefinitions";

/** One of the roles that the service knows. */
export type RoleDefinition = ListedRoleDefinition;
