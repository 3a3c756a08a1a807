import { answer } from "../../answer";
import { param } from "../../call";
import type { OperationHandler } from "../operationHandler";

/** A POST without a body that reads. Refusals are an array. */
const getTemporaryCurrencyEntitlementCount: OperationHandler = (call) => {
  const { tenant } = call.tenantState;
  const currencyType = param(call, "currencyType");
  const used = tenant.temporaryEntitlements.get(currencyType);
  if (used === undefined && !tenant.entitlements.has(currencyType)) {
    const message = `The tenant does not have the currency '${currencyType}'.`;
    return answer(400, [{ key: "currencyType", code: "InvalidCurrencyType", message }]);
  }
  const counts = {
    temporaryCurrencyEntitlementCount: 0,
    temporaryCurrencyEntitlementsAllowedPerMonth: 0,
    entitledQuantity: 0,
    ...used,
  };
  return answer(200, Object.fromEntries(Object.entries(counts).filter(([name]) => name !== "currencyType")));
};

export const temporaryEntitlementOperations = { getTemporaryCurrencyEntitlementCount };
