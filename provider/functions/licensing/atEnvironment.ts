import type { FunctionDefinition } from "../defineFunction";

/** Where a role has to be for a question about one environment. */
export const atEnvironment: FunctionDefinition["scope"] = ({ environmentId }) =>
  `/environments/${String(environmentId)}`;
