import type { OperationHandler } from "../operationHandler";
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
  ...operationReadOperations,
  ...settingsOperations,
  ...provisioningOperations,
  ...locationOperations,
};
