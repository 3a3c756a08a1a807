import type { Answer } from "./answer";
import { answer } from "./answer";
import { refuseApiVersion } from "./apiVersion";
import { authenticate, type Unauthenticated } from "./entra/authenticate";
import { delegatedPermissions, isAllowed, neededPermission } from "./permissions";
import type { ContractOperation } from "./contract";
import type { PendingCall } from "./pendingCall";
import { gatewayRefusal, wrapped } from "./refusal";
import { isSameId } from "./tenant/entity";
import type { Principal } from "./tenant/types";

/**
 * What the gateway refuses before validation: 401, then a wrong api-version, then 403, so that an id that does not exist is
 * 403 as well for who may not ask. Leaves the principal on the call.
 */
export function refuseAccess(call: PendingCall): Answer | undefined {
  const { tenantState, operation } = call;
  const who = authenticate(tenantState, call.authorization);
  if ("reason" in who) return unauthorized(call, who);
  call.principal = who.principal;
  const badVersion = refuseApiVersion(call.query["api-version"]);
  if (badVersion) return badVersion;
  if (operation.namespace === "licensing" && isIsvRoute(call) && !tenantState.settings.isv) return emptyForbidden;
  if (who.scopes !== undefined && !isGranted(operation, who.scopes)) return insufficientPermissions(call);
  return isAllowed(tenantState, who.principal, operation, call.params) ? undefined : forbidden(call, who.principal);
}

/** Whether a user's token holds a permission that would do. An operation that names none asks for none. */
const isGranted = ({ delegatedPermission }: ContractOperation, scopes: readonly string[]): boolean =>
  delegatedPermission === undefined ||
  delegatedPermissions(delegatedPermission).some((each) => scopes.some((scope) => isSameId(scope, each)));

/** A tenant that is no ISV gets 403 with every kind of principal (recorded). */
const isIsvRoute = (call: PendingCall): boolean => call.operation.path.startsWith("/licensing/isvContracts");

function unauthorized(call: PendingCall, { reason, challenge }: Unauthenticated): Answer {
  const why =
    challenge === undefined
      ? `error="invalid_token", error_description="${reason}"`
      : `error="insufficient_claims", claims="${Buffer.from(challenge).toString("base64")}"`;
  const headers = {
    "www-authenticate": `Bearer realm="", authorization_uri="${call.tenantState.authorityUrl}/common/oauth2/authorize", ${why}`,
  };
  // "The body is often empty" in licensing; the others answer the flat error.
  return call.operation.namespace === "licensing"
    ? { ...answer(401, undefined, headers), undocumented: true }
    : gatewayRefusal(401, { code: "Unauthorized", message: reason }, headers);
}

const emptyForbidden: Answer = { status: 403, undocumented: true };

/** The list always ends with a permission that Entra does not know (seen in several tenants). */
function insufficientPermissions({ operation }: PendingCall): Answer {
  const enough = delegatedPermissions(operation.delegatedPermission ?? neededPermission(operation));
  return gatewayRefusal(403, {
    code: "Forbidden",
    message: "The token does not have the permission that the operation needs.",
    innerCode: "InsufficientDelegatedPermissions",
    innerMessage: `One of these permissions would do: [${[...enough, "All.All.ReadWrite"].join(", ")}]`,
  });
}

function forbidden(call: PendingCall, principal: Principal): Answer {
  switch (call.tenantState.settings.forbidden) {
    case "insufficientDelegatedPermissions":
      return insufficientPermissions(call);
    case "bap": {
      const message =
        `The service principal with id '${principal.id}' for application ${principal.appId ?? principal.id} ` +
        `does not have permission to access the path '${call.path}' in tenant ${call.tenantState.tenant.id}.`;
      return { ...answer(403, wrapped({ code: "Forbidden", message })), undocumented: true };
    }
    case "default":
      if (call.operation.namespace === "licensing") return emptyForbidden;
      return { ...answer(403, wrapped({ code: "Forbidden", message: "Access denied" })), undocumented: true };
  }
}
