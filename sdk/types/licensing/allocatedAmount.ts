// Made from provider/functions/licensing/allocatedAmount.ts by `npm run generate`; a test says when it is not current.

/** Amount that is allocated. */
export interface AllocatedAmount {
  /** The amount. */
  readonly value: number | undefined;
  /** What the service allocated by itself. */
  readonly autoAllocated: number | undefined;
}
