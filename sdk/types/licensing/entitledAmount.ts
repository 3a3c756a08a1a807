// Made from provider/functions/licensing/entitledAmount.ts by `npm run generate`; a test says when it is not current.

/** Amount that licences give. */
export interface EntitledAmount {
  /** The amount. */
  readonly value: number | undefined;
}
