import { connect, readSettings } from "../../../../provider/auth";
import { defaultSettings } from "../../../../testing/emulator/settings";
import { refusalBody } from "../../../../testing/emulator/entra/refusalBody";
import { TenantState } from "../../../../testing/emulator/tenantState";
import { fakeClock } from "../../../fakeClock";
import { failure } from "../../transport/failure";
import { authority, metadata } from "../metadata";
import { clientId, tenantA } from "../tokens";

export const correlationId = "12345678-1234-4234-8234-123456789012";

const clock = fakeClock();
const tenantState = new TenantState({
  tenantId: tenantA,
  settings: defaultSettings(),
  clock,
  newId: () => correlationId,
  onChange: () => undefined,
});

/** A refusal as Entra words and wraps it. */
export const refusalOf = (code: number, message: string): object =>
  refusalBody(tenantState, {
    code,
    error: "invalid_client",
    suberror: undefined,
    message: `AADSTS${code}: ${message}`,
  });

/** The error of a sign-in with a client secret through the identity library. */
export function failedSignIn(): Promise<Error> {
  const env = {
    POWER_PLATFORM_TENANT_ID: tenantA,
    POWER_PLATFORM_CLIENT_ID: clientId,
    POWER_PLATFORM_CLIENT_SECRET: "planted-secret-d",
    POWER_PLATFORM_AUTHORITY_HOST: authority,
  };
  return failure(connect(readSettings({ env }), { clock }).tokens.getToken());
}

/** The error of a sign-in that Entra refuses in these words. */
export function refusedSignIn(code: number, message: string): Promise<Error> {
  metadata().post(`/${tenantA}/oauth2/v2.0/token`).query(true).reply(400, refusalOf(code, message));
  return failedSignIn();
}
