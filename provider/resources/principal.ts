import { object, text } from "../lifecycle/fields";

/** Who made or changed an environment group. A new group carries `id` and `type` only (recorded August 2026). */
export const groupPrincipal = () =>
  object({
    id: text(),
    displayName: text().optional(),
    email: text().optional(),
    tenantId: text().optional(),
    type: text().optional(),
    userPrincipalName: text().optional(),
  });

/** Who made or changed a billing policy or an ISV contract. */
export const licensingPrincipal = () => object({ id: text(), type: text() });
