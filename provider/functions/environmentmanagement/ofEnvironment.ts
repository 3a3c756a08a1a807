import type { Values } from "../../declare/plainValues";
import type { FunctionDefinition } from "../defineFunction";

/** A question about one environment: the path behind its id, and where a role has to be. */
export function ofEnvironment(more: string): Pick<FunctionDefinition, "path" | "scope"> {
  const id = ({ environmentId }: Values): string => encodeURIComponent(String(environmentId));
  return {
    path: (args) => `/environmentmanagement/environments/${id(args)}${more}`,
    scope: ({ environmentId }) => `/environments/${String(environmentId)}`,
  };
}
