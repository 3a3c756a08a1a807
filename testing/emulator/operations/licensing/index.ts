import type { OperationHandler } from "../operationHandler";
import { allocationsByEnvironmentOperations } from "./allocationsByEnvironment";
import { allocationsV2Operations } from "./allocationsV2";
import { billingPolicyOperations } from "./billingPolicies";
import { billingPolicyEnvironmentOperations } from "./billingPolicyEnvironments";
import { currencyAllocationOperations } from "./currencyAllocations";
import { entitlementOperations } from "./entitlements";
import { isvContractOperations } from "./isvContracts";
import { resourceThresholdOperations } from "./resourceThresholds";
import { storageWarningOperations } from "./storageWarnings";
import { temporaryEntitlementOperations } from "./temporaryEntitlements";
import { tenantReportOperations } from "./tenantReports";

export const licensingOperations: Record<string, OperationHandler> = {
  ...billingPolicyOperations,
  ...billingPolicyEnvironmentOperations,
  ...isvContractOperations,
  ...currencyAllocationOperations,
  ...allocationsByEnvironmentOperations,
  ...allocationsV2Operations,
  ...resourceThresholdOperations,
  ...entitlementOperations,
  ...tenantReportOperations,
  ...storageWarningOperations,
  ...temporaryEntitlementOperations,
};
