// Made from provider/functions/licensing/allocationsByEnvironment.ts by `npm run generate`; a test says when it is not current.

import type { EnforcementRule } from "./enforcementRule";

/** Arguments of {@link getAllocationsByEnvironment}. */
export interface GetAllocationsByEnvironmentArgs {
  /** Id of an environment. */
  environmentId?: string | undefined;
}

/** What is allocated, by currency. */
export interface ListedEnvironmentAllocationCurrencyAllocations {
  /** Currency such as `MCSMessages`. */
  readonly currencyType: string | undefined;
  /** The amount. */
  readonly allocated: number | undefined;
  /** What the service allocated by itself. */
  readonly autoAllocated: number | undefined;
  /** What happens when it is used up. */
  readonly enforcementRules: EnforcementRule[] | undefined;
}

/** An item of {@link getAllocationsByEnvironment}. */
export interface ListedEnvironmentAllocation {
  /** Id of the environment: a GUID, or `Default-{tenantId}`. */
  readonly environmentId: string | undefined;
  /** What is allocated, by currency. */
  readonly currencyAllocations: ListedEnvironmentAllocationCurrencyAllocations[] | undefined;
}
