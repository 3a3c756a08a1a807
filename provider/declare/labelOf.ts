import type { ResourceDefinition } from "./define";
import type { Values } from "./plainValues";

/** A resource as messages name it: `EnvironmentGroup "Sales"`. */
export const labelOf = ({ kind, title }: Pick<ResourceDefinition, "kind" | "title">, values: Values): string =>
  `${kind} ${title(values)}`;
