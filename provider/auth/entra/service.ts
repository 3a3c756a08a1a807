import type { EntraRefusal } from "./entraRefusal";

/** What is about the tenant itself, its cloud, or Entra's own troubles. */
export const serviceRefusals: readonly EntraRefusal[] = [
  { codes: [90002, 900023], cause: "The tenant is not known.", mend: "Check tenantId and cloud." },
  {
    codes: [90038, 90051, 900382, 900432],
    cause: "The tenant is in another cloud than the one that was asked.",
    mend: "Set cloud to that of the tenant, and leave out authorityHost.",
  },
  {
    codes: [50196, 90055],
    cause: "There were too many sign-ins in a short time.",
    mend: "Wait some minutes, and run fewer at a time.",
  },
  {
    codes: [50033, 50087, 90006, 90012, 90024, 90033],
    cause: "Entra could not answer at the moment.",
    mend: "Run it again in some minutes.",
  },
];
