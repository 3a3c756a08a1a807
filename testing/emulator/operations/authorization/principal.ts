import type { Answer } from "../../answer";
import type { Call } from "../../call";
import { refuse } from "../../refusal";
import { isSameId } from "../../tenant/entity";
import type { PrincipalType } from "../../tenant/types";
import type { TenantState } from "../../tenantState";

const nouns: Record<PrincipalType, string> = {
  User: "user",
  Group: "group",
  ApplicationUser: "service principal",
};

/** Whether Entra shows this object to the service: it is known, and has propagated since it was first named. */
export function principalKnown(tenantState: TenantState, objectId: string): boolean {
  const { knownPrincipals, propagation } = tenantState.settings;
  if (knownPrincipals !== null && !knownPrincipals.some((known) => isSameId(known, objectId))) return false;
  tenantState.propagation.startOnce("principal", objectId, propagation.principals);
  return !tenantState.propagation.hides("principal", objectId);
}

/** The recorded refusal; the wording for users and groups follows that for service principals. */
export const principalMissing = (call: Call, type: PrincipalType): Answer =>
  refuse(call, 400, {
    code: "PrincipalDoesNotExist",
    message: `The ${nouns[type]} does not exist in tenant.`,
  });
