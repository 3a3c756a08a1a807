import type { OperationHandler } from "../operationHandler";

export const licensingOperations: Record<string, OperationHandler> = {};
