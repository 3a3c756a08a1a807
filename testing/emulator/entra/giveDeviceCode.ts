import type { TenantState } from "../tenantState";
import { checkApplication } from "./directory";
import { SignInRefused } from "./signInRefused";
import { factsOf } from "./tokenAnswer";

/** A device code to wait with, and what to tell the user. Throws what Entra refuses with. */
export function giveDeviceCode(tenantState: TenantState, form: URLSearchParams): object {
  const clientId = form.get("client_id") ?? "";
  checkApplication(tenantState, clientId);
  const refusal = tenantState.entra.refusals.take("devicecode");
  if (refusal !== undefined) throw new SignInRefused(refusal, factsOf(tenantState, form));
  const { deviceCodeIntervalSeconds, deviceCodeLifetimeSeconds } = tenantState.settings;
  const scope = form.get("scope") ?? "";
  const { deviceCode, userCode } = tenantState.entra.deviceCodes.start(clientId, scope, deviceCodeLifetimeSeconds);
  const page = `${tenantState.authorityUrl}/devicelogin`;
  return {
    user_code: userCode,
    device_code: deviceCode,
    verification_uri: page,
    expires_in: deviceCodeLifetimeSeconds,
    interval: deviceCodeIntervalSeconds,
    message: `To sign in, use a web browser to open the page ${page} and enter the code ${userCode} to authenticate.`,
  };
}
