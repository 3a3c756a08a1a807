import { answer } from "../../answer";
import type { Call } from "../../call";
import { refuse } from "../../refusal";
import type { OperationHandler } from "../operationHandler";
import { allocatedOf } from "./allocationRules";
import { availableOf } from "./entitlementWire";

type Read = (call: Call) => unknown;

/** Refused without `$filter`, optional though it is on paper (recorded). Its grammar is unknown, so any text will do. */
const filtered =
  (read: Read): OperationHandler =>
  (call) =>
    call.query.$filter === undefined
      ? refuse(call, 400, { code: "InvalidRequest", message: "$filter: must be there." })
      : answer(200, read(call));

const getAllocationsV2Availability = filtered(({ tenantState: { tenant } }) => ({
  entitlementAllocationsAvailable: tenant.entitlements.list().map((held) => ({
    entitlementId: held.entitlementId,
    availableQuantity: availableOf(tenant, held),
    unit: held.entitlement?.unit ?? "Count",
  })),
  scope: { tenantId: tenant.id },
}));

/** A bare array. */
const listReservedEntitlements = filtered(({ tenantState: { tenant } }) =>
  tenant.entitlements.list().map(({ entitlementId, entitlement }) => ({
    entitlementId,
    reserved: { quantity: allocatedOf(tenant, entitlementId), unit: entitlement?.unit ?? "Count" },
  })),
);

export const allocationsV2Operations = { getAllocationsV2Availability, listReservedEntitlements };
