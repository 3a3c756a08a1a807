// Made from provider/functions/licensing/consumedAmount.ts by `npm run generate`; a test says when it is not current.

/** Amount that was used. */
export interface ConsumedAmount {
  /** The amount. */
  readonly value: number | undefined;
  /** The part of it that is written off. */
  readonly writeOff: number | undefined;
  /** `Snapshot` or `MonthToDate`. */
  readonly consumptionType: string | undefined;
  /** When it was counted, UTC. */
  readonly lastUpdatedOn: string | undefined;
}
