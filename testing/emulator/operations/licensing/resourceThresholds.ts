import { answer } from "../../answer";
import { param } from "../../call";
import { refuse } from "../../refusal";
import type { Entity } from "../../tenant/entity";
import { isSameId } from "../../tenant/entity";
import type { ResourceThreshold } from "../../tenant/licensingTypes";
import type { OperationHandler } from "../operationHandler";

/** A bare array, tenant-wide, of whatever version the thresholds were written with. */
const listResourceThresholds: OperationHandler = (call) => {
  const code = param(call, "entitlementId");
  const found = call.tenantState.tenant.resourceThresholds.list(({ entitlementId }) => isSameId(entitlementId, code));
  return answer(200, found.map(thresholdWire));
};

/**
 * Replaces the whole and checks nothing: a resource that does not exist is stored (one tenant). Refused for a code of which
 * the tenant holds nothing.
 */
const putResourceThreshold: OperationHandler = (call) => {
  const { tenantState } = call;
  const { tenant } = tenantState;
  const [environmentId, entitlementId] = [param(call, "environmentId"), param(call, "entitlementId")];
  const key = { environmentId, entitlementId, resourceId: param(call, "resourceId") };
  if (!tenant.entitlements.has(entitlementId)) {
    return refuse(call, 400, {
      code: "NoAvailableCapacitySource",
      message: `The tenant has no capacity of '${entitlementId}'.`,
    });
  }
  const id = `${environmentId}/${entitlementId}/${key.resourceId}`;
  const createdOn = tenant.resourceThresholds.get(id)?.createdOn ?? tenantState.now();
  tenant.resourceThresholds.remove(id);
  const apiVersion = call.query["api-version"] ?? "";
  return answer(200, thresholdWire(tenant.resourceThresholds.add({ ...call.body, ...key, createdOn, apiVersion })));
};

const thresholdWire = (threshold: ResourceThreshold): Entity =>
  Object.fromEntries(Object.entries(threshold).filter(([name]) => name !== "apiVersion"));

export const resourceThresholdOperations = { listResourceThresholds, putResourceThreshold };
