import type { OperationHandler } from "../operationHandler";
import { allocationsByEnvironmentOperations } from "./allocationsByEnvironment";
import { billingPolicyOperations } from "./billingPolicies";
import { billingPolicyEnvironmentOperations } from "./billingPolicyEnvironments";
import { currencyAllocationOperations } from "./currencyAllocations";
import { isvContractOperations } from "./isvContracts";
import { resourceThresholdOperations } from "./resourceThresholds";

export const licensingOperations: Record<string, OperationHandler> = {
  ...billingPolicyOperations,
  ...billingPolicyEnvironmentOperations,
  ...isvContractOperations,
  ...currencyAllocationOperations,
  ...allocationsByEnvironmentOperations,
  ...resourceThresholdOperations,
};
