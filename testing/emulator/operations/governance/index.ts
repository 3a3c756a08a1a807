import type { OperationHandler } from "../operationHandler";
import { assignmentOperations } from "./assignments";
import { policyOperations } from "./policies";

export const governanceOperations: Record<string, OperationHandler> = {
  ...policyOperations,
  ...assignmentOperations,
};
