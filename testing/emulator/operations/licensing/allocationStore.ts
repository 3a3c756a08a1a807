import type { Answer } from "../../answer";
import type { Call } from "../../call";
import { refuse } from "../../refusal";
import { isSameId } from "../../tenant/entity";
import type { CurrencyAllocation } from "../../tenant/licensingTypes";
import type { Tenant } from "../../tenant/tenant";

export const allocationsOf = ({ currencyAllocations }: Tenant, id: string): CurrencyAllocation[] =>
  currencyAllocations.list(({ environmentId }) => isSameId(environmentId, id));

/** Puts an allocation in place of the one of its environment and currency. */
export function storeAllocation({ currencyAllocations }: Tenant, allocation: CurrencyAllocation): void {
  currencyAllocations.remove(allocationId(allocation));
  currencyAllocations.add(allocation);
}

export const allocationId = ({
  environmentId,
  currencyType,
}: Pick<CurrencyAllocation, "environmentId" | "currencyType">): string => `${environmentId}/${currencyType}`;

export const environmentMissing = (call: Call, id: string): Answer =>
  refuse(call, 404, { code: "EnvironmentNotFound", message: `The environment '${id}' could not be found.` });

/** 404 is answered too where nothing is allocated (one tenant). */
export const nothingAllocated = (call: Call, id: string): Answer =>
  refuse(call, 404, { code: "AllocationNotFound", message: `Nothing is allocated to the environment '${id}'.` });
