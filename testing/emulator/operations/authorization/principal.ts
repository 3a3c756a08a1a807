import type { Answer } from "../../answer";
import type { Call } from "../../call";
import { refuse } from "../../refusal";
import { isSameId } from "../../tenant/entity";
import type { PrincipalType } from "../../tenant/types";
import type { World } from "../../world";

const nouns: Record<PrincipalType, string> = {
  User: "user",
  Group: "group",
  ApplicationUser: "service principal",
};

/** Whether Entra shows this object to the service: it is known, and has propagated since it was first named. */
export function principalKnown(world: World, objectId: string): boolean {
  const { knownPrincipals, propagation } = world.settings;
  if (knownPrincipals !== null && !knownPrincipals.some((known) => isSameId(known, objectId))) return false;
  world.propagation.startOnce("principal", objectId, propagation.principals);
  return !world.propagation.hides("principal", objectId);
}

/** The recorded refusal; the wording for users and groups follows that for service principals. */
export const principalMissing = (call: Call, type: PrincipalType): Answer =>
  refuse(call, 400, {
    code: "PrincipalDoesNotExist",
    message: `The ${nouns[type]} does not exist in tenant.`,
  });
