import { seeded } from "../../../testing/emulator";
import { tenantId } from "./bodies";
import type { Answered, Harness } from "./harness";

export type Form = Record<string, string>;

/** Requests to Entra's endpoints as a client sends them. */
export const entraForm =
  (api: Harness, endpoint: "token" | "devicecode" = "token") =>
  (form: Form, tenant = tenantId): Promise<Answered> =>
    api.ask("POST", `/${tenant}/oauth2/v2.0/${endpoint}`, {
      token: null,
      version: null,
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(form).toString(),
    });

export const clientCredentials: Form = {
  grant_type: "client_credentials",
  client_id: seeded.application.clientId,
  scope: "https://api.powerplatform.com/.default",
};

/** Status and number after AADSTS; `[200, undefined]` for a token. */
export const outcome = ({ status, body }: Answered): [number, number | undefined] => [
  status,
  (body.error_codes as number[] | undefined)?.[0],
];
