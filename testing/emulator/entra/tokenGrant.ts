import type { World } from "../world";
import { admitClient } from "./admitClient";
import { applicationOf, findUser, userOf } from "./directory";
import { readToken } from "./jwt";
import { proveApplication } from "./proveApplication";
import { SignInRefused } from "./signInRefused";
import { answerApplication, answerUser, factsOf } from "./tokenAnswer";

type GrantToken = (world: World, form: URLSearchParams) => object;

/** The body for a token request. Throws what Entra refuses with. */
export function grantToken(world: World, form: URLSearchParams): object {
  const grantType = form.get("grant_type") ?? "";
  const grant = Object.hasOwn(grants, grantType) ? grants[grantType] : undefined;
  if (grant === undefined) throw new SignInRefused(70003, { grantType });
  const refusal = world.entra.refusals.take("token");
  if (refusal !== undefined) throw new SignInRefused(refusal, factsOf(world, form));
  return grant(world, form);
}

const grants: Readonly<Record<string, GrantToken>> = {
  client_credentials(world, form) {
    const application = applicationOf(world, form.get("client_id") ?? "");
    proveApplication(world, application, form);
    return answerApplication(world, application, form);
  },

  password(world, form) {
    admitClient(world, form);
    const user = findUser(world, form.get("username") ?? "");
    if (user?.password === undefined || user.password !== form.get("password"))
      throw new SignInRefused(50126);
    if (user.mfa === true) throw new SignInRefused(50076, factsOf(world, form));
    return answerUser(world, user, form);
  },

  refresh_token(world, form) {
    admitClient(world, form);
    const claims = readToken(form.get("refresh_token") ?? "");
    if (claims?.kind !== "refresh") throw new SignInRefused(70000);
    if (claims.exp * 1000 <= world.clock.now()) throw new SignInRefused(700082);
    return answerUser(world, userOf(world, claims.oid), form);
  },

  "urn:ietf:params:oauth:grant-type:device_code": redeemDeviceCode,
  // The name that @azure/msal-node 5 sends.
  device_code: redeemDeviceCode,

  authorization_code(world, form) {
    admitClient(world, form);
    const { userId, nonce } = world.entra.authorizationCodes.redeem(form);
    return answerUser(world, userOf(world, userId), form, nonce);
  },
};

function redeemDeviceCode(world: World, form: URLSearchParams): object {
  admitClient(world, form);
  const became = world.entra.deviceCodes.redeem(form.get("device_code") ?? "");
  if (typeof became === "string") throw new SignInRefused(deviceCodeRefusals[became]);
  return answerUser(world, userOf(world, became.userId), form);
}

const deviceCodeRefusals = {
  pending: 70016,
  declined: 70018,
  expired: 70020,
  unknown: 70000,
} as const;
