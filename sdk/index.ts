export * from "./functions";
export type { ProviderArgs } from "./provider";
export { Provider } from "./provider";
export * from "./resources";
export type { RoleDefinition } from "./roleDefinition";
export { scopes } from "./scopes";
export * from "./types";
export { builtInRoles } from "../provider/resources/authorization/builtInRoles";
