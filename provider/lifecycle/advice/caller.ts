import type { TokenClaims } from "../../auth";
import type { RefusedCall } from "./refusedCall";

/** The principal type of a caller. `undefined` if the token does not have it. */
export function callerType(claims: TokenClaims | undefined): "User" | "ApplicationUser" | undefined {
  if (claims?.idtyp === "app") return "ApplicationUser";
  if (claims?.idtyp === "user" || claims?.scp !== undefined || claims?.upn !== undefined) return "User";
  return undefined;
}

/** The caller from the token, and the credential that was used. */
export function callerLine({ identity, caller }: RefusedCall["connection"]): string {
  const claims = caller();
  if (claims?.oid === undefined) return `Signed in with ${identity}.`;
  return `Signed in as ${principal(claims, identity)}, with ${identity}.`;
}

function principal(claims: TokenClaims, identity: string): string {
  const { oid = "", upn, appid } = claims;
  const client = appid === undefined || identity.includes(appid) ? undefined : appid;
  const type = callerType(claims);
  if (type === undefined) return `principal ${oid}`;
  if (type === "ApplicationUser") {
    return `service principal ${oid}${client === undefined ? "" : ` (application ${client})`}`;
  }
  const user = upn === undefined || upn === oid ? oid : `${upn} (object id ${oid})`;
  return `user ${user}${client === undefined ? "" : ` through client application ${client}`}`;
}
