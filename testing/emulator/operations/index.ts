import { authorizationOperations } from "./authorization";
import { environmentManagementOperations } from "./environmentmanagement";
import { governanceOperations } from "./governance";
import { licensingOperations } from "./licensing";
import type { OperationHandler } from "./operationHandler";

/** Every implemented operation by its operationId in the contract. What is missing answers 404 RouteNotFound. */
export const operations: Readonly<Record<string, OperationHandler>> = {
  ...authorizationOperations,
  ...environmentManagementOperations,
  ...governanceOperations,
  ...licensingOperations,
};
