import type { Principal } from "../tenant/types";
import { isSameId } from "../tenant/entity";
import type { World } from "../world";
import { isApiAudience } from "./audiences";
import { readToken } from "./jwt";

export type Authentication = { principal: Principal } | { reason: string };

/** Who a bearer token stands for, or why it is refused. */
export function authenticate(world: World, header: string | undefined): Authentication {
  const token = /^Bearer +(\S+)$/i.exec(header ?? "")?.[1];
  if (token === undefined) return { reason: "The request has no bearer token." };
  const claims = readToken(token);
  if (claims === undefined) return { reason: "The access token is not one of this tenant." };
  if (!isSameId(claims.tid, world.tenant.id)) return { reason: "The access token is for another tenant." };
  if (claims.exp * 1000 <= world.clock.now()) return { reason: "The access token has expired." };
  if (!isApiAudience(claims.aud, world.baseUrl)) {
    return { reason: `The access token is for another audience, ${claims.aud}.` };
  }
  const principal = world.tenant.principals.get(claims.oid);
  return principal === undefined
    ? { reason: "The principal of the access token is unknown." }
    : { principal };
}
