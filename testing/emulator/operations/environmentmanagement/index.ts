import type { OperationHandler } from "../operationHandler";
import { backupOperations } from "./backups";
import { environmentOperations } from "./environments";
import { groupOperations } from "./groups";
import { lifecycleOperations } from "./lifecycle";
import { locationOperations } from "./provisioning/locationLists";
import { membershipOperations } from "./membership";
import { operationReadOperations } from "./lifecycle/operationReads";
import { provisioningOperations } from "./provisioning/provisioning";
import { settingsOperations } from "./settings";

export const environmentManagementOperations: Record<string, OperationHandler> = {
  ...groupOperations,
  ...membershipOperations,
  ...environmentOperations,
  ...lifecycleOperations,
  ...backupOperations,
  ...operationReadOperations,
  ...settingsOperations,
  ...provisioningOperations,
  ...locationOperations,
};
