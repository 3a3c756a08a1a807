import { answer } from "../../answer";
import { param } from "../../call";
import { refuse } from "../../refusal";
import type { Entity } from "../../tenant/entity";
import type { Tenant } from "../../tenant/tenant";
import type { OperationHandler } from "../operationHandler";
import type { WantedAllocation } from "./allocationRules";
import { refuseAllocation } from "./allocationRules";
import { allocationId, allocationsOf, environmentMissing, nothingAllocated, storeAllocation } from "./allocationStore";

/** A bare array in one page: the environments to which something is allocated. */
const listAllocationsByEnvironment: OperationHandler = ({ tenantState: { tenant } }) => {
  const distinct = [...new Set(tenant.currencyAllocations.list().map(({ environmentId }) => environmentId))];
  return answer(
    200,
    distinct.map((id) => allocationsWire(tenant, id)),
  );
};

const getAllocationsByEnvironment: OperationHandler = (call) => {
  const { tenant } = call.tenantState;
  const environment = tenant.environments.get(param(call, "environmentId"));
  if (environment === undefined) return environmentMissing(call, param(call, "environmentId"));
  if (allocationsOf(tenant, environment.id).length === 0) return nothingAllocated(call, environment.id);
  return answer(200, allocationsWire(tenant, environment.id));
};

/**
 * One environment, named in the body. An entry replaces that of its currency with its rules; other currencies stay. What
 * the service allocated by itself is not a client's to set.
 */
const patchAllocationsByEnvironment: OperationHandler = (call) => {
  const { tenant } = call.tenantState;
  const { environmentId, currencyAllocations: wanted = [] } = call.body as ByEnvironmentBody;
  if (environmentId === undefined) {
    return refuse(call, 400, { code: "InvalidRequest", message: "environmentId: must be there." });
  }
  const environment = tenant.environments.get(environmentId);
  if (environment === undefined) return environmentMissing(call, environmentId);
  for (const each of wanted) {
    const refused = refuseAllocation(call, environment, each);
    if (refused) return refused;
  }
  for (const { currencyType, allocated = 0, enforcementRules = [] } of wanted) {
    const key = { environmentId: environment.id, currencyType };
    const autoAllocated = tenant.currencyAllocations.get(allocationId(key))?.autoAllocated ?? 0;
    storeAllocation(tenant, { ...key, allocated, autoAllocated, enforcementRules });
  }
  return answer(200, allocationsWire(tenant, environment.id));
};

interface ByEnvironmentBody {
  environmentId?: string;
  currencyAllocations?: WantedAllocation[];
}

const allocationsWire = (tenant: Tenant, environmentId: string): Entity => ({
  environmentId,
  currencyAllocations: allocationsOf(tenant, environmentId).map((allocation) => {
    const { currencyType, allocated, autoAllocated = 0, enforcementRules = [] } = allocation;
    return { currencyType, allocated, autoAllocated, enforcementRules };
  }),
});

export const allocationsByEnvironmentOperations = {
  listAllocationsByEnvironment,
  getAllocationsByEnvironment,
  patchAllocationsByEnvironment,
};
