export { scopes } from "../scopes";
export type * from "../types";
export { builtInRoles } from "../../provider/resources/authorization/builtInRoles";
export * from "./enums";
export type * from "../functionArgs";
export * from "./functions";
export { Provider, type ProviderArgs } from "./provider";
export * from "./resources";
