import type { Answer } from "../../answer";
import { answer } from "../../answer";
import type { Call } from "../../call";
import { param } from "../../call";
import type { Environment } from "../../tenant/types";
import type { OperationHandler } from "../operationHandler";
import type { WantedAllocation } from "./allocationRules";
import { refuseAllocation } from "./allocationRules";
import { allocationId, allocationsOf, environmentMissing, nothingAllocated, storeAllocation } from "./allocationStore";

const getCurrencyAllocations: OperationHandler = (call) => {
  const environment = environmentOf(call);
  if (environment === undefined) return environmentMissing(call, param(call, "environmentId"));
  const { tenant, settings } = call.tenantState;
  const isEmpty = allocationsOf(tenant, environment.id).length === 0;
  if (isEmpty && settings.unallocated === "missing") return nothingAllocated(call, environment.id);
  return allocationsAnswer(call, environment);
};

/** Absolute amounts. Other currencies keep theirs, and the enforcement rules stay. Checks all before it changes anything. */
const patchCurrencyAllocations: OperationHandler = (call) => {
  const { tenant } = call.tenantState;
  const environment = environmentOf(call);
  if (environment === undefined) return environmentMissing(call, param(call, "environmentId"));
  const { currencyAllocations: wanted = [] } = call.body as { currencyAllocations?: WantedAllocation[] };
  for (const each of wanted) {
    const refused = refuseAllocation(call, environment, each);
    if (refused) return refused;
  }
  for (const { currencyType, allocated = 0 } of wanted) {
    const key = { environmentId: environment.id, currencyType };
    storeAllocation(tenant, { ...tenant.currencyAllocations.get(allocationId(key)), ...key, allocated });
  }
  return allocationsAnswer(call, environment);
};

const allocationsAnswer = (call: Call, { id }: Environment): Answer =>
  answer(200, {
    environmentId: id,
    currencyAllocations: allocationsOf(call.tenantState.tenant, id).map(({ currencyType, allocated }) => ({
      currencyType,
      allocated,
    })),
  });

const environmentOf = (call: Call): Environment | undefined =>
  call.tenantState.tenant.environments.get(param(call, "environmentId"));

export const currencyAllocationOperations = { getCurrencyAllocations, patchCurrencyAllocations };
