import type { World } from "../world";
import { checkApplication } from "./directory";
import { SignInRefused } from "./signInRefused";
import { factsOf } from "./tokenAnswer";

/** A device code to wait with, and what to tell the user. Throws what Entra refuses with. */
export function giveDeviceCode(world: World, form: URLSearchParams): object {
  const clientId = form.get("client_id") ?? "";
  checkApplication(world, clientId);
  const refusal = world.entra.refusals.take("devicecode");
  if (refusal !== undefined) throw new SignInRefused(refusal, factsOf(world, form));
  const { deviceCodeIntervalSeconds, deviceCodeLifetimeSeconds } = world.settings;
  const scope = form.get("scope") ?? "";
  const { deviceCode, userCode } = world.entra.deviceCodes.start(clientId, scope, deviceCodeLifetimeSeconds);
  const page = `${world.authorityUrl}/devicelogin`;
  return {
    user_code: userCode,
    device_code: deviceCode,
    verification_uri: page,
    expires_in: deviceCodeLifetimeSeconds,
    interval: deviceCodeIntervalSeconds,
    message: `To sign in, use a web browser to open the page ${page} and enter the code ${userCode} to authenticate.`,
  };
}
