import type { OperationHandler } from "../operationHandler";
import { queryOperations } from "./queries";
import { roleAssignmentOperations } from "./roleAssignments";
import { roleDefinitionOperations } from "./roleDefinitions";

export const authorizationOperations: Record<string, OperationHandler> = {
  ...roleDefinitionOperations,
  ...roleAssignmentOperations,
  ...queryOperations,
};
