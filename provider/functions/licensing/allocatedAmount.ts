import { number, object } from "../../declare/fields";

/** Amount that is allocated. */
export const allocatedAmount = () =>
  object({
    /** The amount. */
    value: number().optional(),
    /** What the service allocated by itself. */
    autoAllocated: number().optional(),
  });
