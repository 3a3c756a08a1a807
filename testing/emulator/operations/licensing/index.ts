import type { OperationHandler } from "../operationHandler";
import { billingPolicyOperations } from "./billingPolicies";
import { billingPolicyEnvironmentOperations } from "./billingPolicyEnvironments";
import { isvContractOperations } from "./isvContracts";

export const licensingOperations: Record<string, OperationHandler> = {
  ...billingPolicyOperations,
  ...billingPolicyEnvironmentOperations,
  ...isvContractOperations,
};
