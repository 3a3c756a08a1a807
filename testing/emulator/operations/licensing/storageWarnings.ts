import { answer } from "../../answer";
import type { Call } from "../../call";
import { refuse } from "../../refusal";
import { isSameId } from "../../tenant/entity";
import type { OperationHandler } from "../operationHandler";

/** A bare array, of the category and the entity that the route names. 404 where these have none. */
const warnings: OperationHandler = (call) => {
  const { storageCategory, entityName } = call.params;
  const found = call.tenantState.tenant.storageWarnings.list(
    (warning) =>
      (storageCategory === undefined || isSameId(warning.storageCategory, storageCategory)) &&
      (entityName === undefined || isSameId(warning.storageEntity, entityName)),
  );
  return found.length === 0 && storageCategory !== undefined ? noWarning(call) : answer(200, found);
};

const noWarning = (call: Call): ReturnType<OperationHandler> =>
  refuse(call, 404, { code: "StorageWarningNotFound", message: "There is no threshold of this kind of storage." });

export const storageWarningOperations = {
  listStorageWarnings: warnings,
  listStorageWarningsByCategory: warnings,
  listStorageWarningsByEntity: warnings,
};
