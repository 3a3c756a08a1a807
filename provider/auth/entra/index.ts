import { applicationRefusals } from "./application";
import { conditionalAccessRefusals } from "./conditionalAccess";
import { consentRefusals } from "./consent";
import type { EntraRefusal } from "./entraRefusal";
import { federatedRefusals } from "./federated";
import { serviceRefusals } from "./service";
import { userRefusals } from "./user";

/** Every refusal of Entra with advice. */
export const entraRefusals: readonly EntraRefusal[] = [
  ...consentRefusals,
  ...applicationRefusals,
  ...federatedRefusals,
  ...conditionalAccessRefusals,
  ...userRefusals,
  ...serviceRefusals,
];
