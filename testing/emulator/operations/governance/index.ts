import type { OperationHandler } from "../operationHandler";
import { assignmentOperations } from "./assignments";
import { policyOperations } from "./policies";
import { ruleSetOperations } from "./ruleSets";

export const governanceOperations: Record<string, OperationHandler> = {
  ...policyOperations,
  ...assignmentOperations,
  ...ruleSetOperations,
};
