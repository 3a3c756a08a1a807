// Made from provider/functions/licensing/payGoAmounts.ts by `npm run generate`; a test says when it is not current.

import type { ConsumedAmount } from "./consumedAmount";
import type { EntitledAmount } from "./entitledAmount";

/** What is paid as it is used. */
export interface PayGoAmounts {
  /** What was used. */
  readonly consumed: ConsumedAmount | undefined;
  /** What may be used. */
  readonly entitled: EntitledAmount | undefined;
}
