import { number, object, text, timestamp } from "../../declare/fields";

/** Amount that was used. */
export const consumedAmount = () =>
  object({
    /** The amount. */
    value: number().optional(),
    /** The part of it that is written off. */
    writeOff: number().optional(),
    /** `Snapshot` or `MonthToDate`. */
    consumptionType: text().optional(),
    /** When it was counted, UTC. */
    lastUpdatedOn: timestamp().optional(),
  });
