import type { OperationHandler } from "../operationHandler";
import { groupOperations } from "./groups";

export const environmentManagementOperations: Record<string, OperationHandler> = { ...groupOperations };
