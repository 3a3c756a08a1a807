export * from "./functions";
export { Provider, type ProviderArgs } from "./provider";
export * from "./resources";
export type { RoleDefinition } from "./roleDefinition";
export { scopes } from "./scopes";
export type * from "./types";
export { builtInRoles } from "../provider/resources/authorization/builtInRoles";
