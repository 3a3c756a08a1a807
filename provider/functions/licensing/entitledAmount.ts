import { number, object } from "../../declare/fields";

/** Amount that licences give. */
export const entitledAmount = () =>
  object({
    /** The amount. */
    value: number().optional(),
  });
