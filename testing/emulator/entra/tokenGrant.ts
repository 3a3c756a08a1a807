import type { TenantState } from "../tenantState";
import { admitClient } from "./admitClient";
import { applicationOf, findUser, userOf } from "./directory";
import { readToken } from "./jwt";
import { proveApplication } from "./proveApplication";
import { SignInRefused } from "./signInRefused";
import { answerApplication, answerUser, factsOf } from "./tokenAnswer";

type GrantToken = (tenantState: TenantState, form: URLSearchParams) => object;

/** The body for a token request. Throws what Entra refuses with. */
export function grantToken(tenantState: TenantState, form: URLSearchParams): object {
  const grantType = form.get("grant_type") ?? "";
  const grant = Object.hasOwn(grants, grantType) ? grants[grantType] : undefined;
  if (grant === undefined) throw new SignInRefused(70003, { grantType });
  const refusal = tenantState.entra.refusals.take("token");
  if (refusal !== undefined) throw new SignInRefused(refusal, factsOf(tenantState, form));
  return grant(tenantState, form);
}

const grants: Readonly<Record<string, GrantToken>> = {
  client_credentials(tenantState, form) {
    const application = applicationOf(tenantState, form.get("client_id") ?? "");
    proveApplication(tenantState, application, form);
    return answerApplication(tenantState, application, form);
  },

  password(tenantState, form) {
    admitClient(tenantState, form);
    const user = findUser(tenantState, form.get("username") ?? "");
    if (user?.password === undefined || user.password !== form.get("password")) throw new SignInRefused(50126);
    if (user.mfa === true) throw new SignInRefused(50076, factsOf(tenantState, form));
    return answerUser(tenantState, user, form);
  },

  refresh_token(tenantState, form) {
    admitClient(tenantState, form);
    const claims = readToken(form.get("refresh_token") ?? "");
    if (claims?.kind !== "refresh") throw new SignInRefused(70000);
    if (claims.exp * 1000 <= tenantState.clock.now()) throw new SignInRefused(700082);
    return answerUser(tenantState, userOf(tenantState, claims.oid), form);
  },

  "urn:ietf:params:oauth:grant-type:device_code": redeemDeviceCode,
  // The name that @azure/msal-node 5 sends.
  device_code: redeemDeviceCode,

  authorization_code(tenantState, form) {
    admitClient(tenantState, form);
    const { userId, nonce } = tenantState.entra.authorizationCodes.redeem(form);
    return answerUser(tenantState, userOf(tenantState, userId), form, nonce);
  },
};

function redeemDeviceCode(tenantState: TenantState, form: URLSearchParams): object {
  admitClient(tenantState, form);
  const became = tenantState.entra.deviceCodes.redeem(form.get("device_code") ?? "");
  if (typeof became === "string") throw new SignInRefused(deviceCodeRefusals[became]);
  return answerUser(tenantState, userOf(tenantState, became.userId), form);
}

const deviceCodeRefusals = {
  pending: 70016,
  declined: 70018,
  expired: 70020,
  unknown: 70000,
} as const;
