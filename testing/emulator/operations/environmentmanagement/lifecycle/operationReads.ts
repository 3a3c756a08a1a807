import { answer } from "../../../answer";
import type { Call } from "../../../call";
import { param } from "../../../call";
import { refuse } from "../../../refusal";
import { isSameId } from "../../../tenant/entity";
import type { Operation } from "../../../tenant/operation";
import type { OperationHandler } from "../../operationHandler";
import { look } from "./asyncOperation";
import { environmentMissing, lifecycleWire, retryAfter } from "./lifecycleAnswer";

const read =
  (isMine: (operation: Operation, call: Call) => boolean): OperationHandler =>
  (call) => {
    const { tenantState } = call;
    const id = param(call, "operationId");
    const found = tenantState.tenant.operations.get(id);
    if (found?.family !== "lifecycle" || !isMine(found, call)) {
      return refuse(call, 404, {
        code: "OperationNotFound",
        message: `The operation '${id}' could not be found.`,
      });
    }
    const seen = look(tenantState, found);
    return answer(
      200,
      lifecycleWire(tenantState, seen),
      seen.status === "running" ? retryAfter(tenantState) : undefined,
    );
  };

/** Newest first. The page size is the query's `limit`, or else the setting. */
const listEnvironmentOperations: OperationHandler = (call) => {
  const { tenantState } = call;
  const environmentId = param(call, "environmentId");
  const all = tenantState.tenant.operations
    .list()
    .filter((operation) => operation.family === "lifecycle" && isSameId(operation.environmentId, environmentId))
    .map((operation) => look(tenantState, operation))
    .reverse();
  if (all.length === 0 && !tenantState.tenant.environments.has(environmentId))
    return environmentMissing(call, environmentId);

  const limit = Number(call.query.limit ?? tenantState.settings.pageSize);
  const start = Number(call.query.continuationToken ?? 0);
  if (!Number.isInteger(start)) {
    return refuse(call, 400, {
      code: "InvalidContinuationToken",
      message: "The token is none of this list.",
    });
  }
  const end = limit > 0 ? start + limit : all.length;
  return answer(200, {
    collection: all.slice(start, end).map((operation) => lifecycleWire(tenantState, operation)),
    continuationToken: end < all.length ? String(end) : null,
  });
};

export const operationReadOperations = {
  getOperation: read(() => true),
  getEnvironmentOperation: read((operation, call) => isSameId(operation.environmentId, param(call, "environmentId"))),
  listEnvironmentOperations,
};
