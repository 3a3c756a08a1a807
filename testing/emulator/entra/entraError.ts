import type { World } from "../world";

/** A refusal of the token endpoint, as Entra words it. https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
export interface EntraError {
  status: number;
  /** OAuth error, e.g. invalid_client. */
  error: string;
  /** Number after AADSTS. */
  code: number;
  message: string;
}

export const unknownTenant = (tenant: string): EntraError => ({
  status: 400,
  error: "invalid_request",
  code: 90002,
  message: `Tenant '${tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`,
});

export const unknownApplication = (clientId: string, tenantId: string): EntraError => ({
  status: 400,
  error: "unauthorized_client",
  code: 700016,
  message: `Application with identifier '${clientId}' was not found in the directory '${tenantId}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant.`,
});

export const wrongSecret = (clientId: string): EntraError => ({
  status: 401,
  error: "invalid_client",
  code: 7000215,
  message: `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${clientId}'.`,
});

export const badAssertion: EntraError = {
  status: 401,
  error: "invalid_client",
  code: 50027,
  message: "JWT token is invalid or malformed.",
};

export const missingCredential: EntraError = {
  status: 401,
  error: "invalid_client",
  code: 7000218,
  message: "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
};

export const wrongPassword: EntraError = {
  status: 400,
  error: "invalid_grant",
  code: 50126,
  message: "Error validating credentials due to invalid username or password.",
};

export const unsupportedGrant = (grant: string): EntraError => ({
  status: 400,
  error: "unsupported_grant_type",
  code: 70003,
  message: `The app requested an unsupported grant type '${grant}'.`,
});

/** The body Entra sends with an error. */
export function entraErrorBody(world: World, { error, code, message }: EntraError): object {
  const at = `${new Date(world.clock.now()).toISOString().slice(0, 19).replace("T", " ")}Z`;
  const [traceId, correlationId] = [world.newId(), world.newId()];
  return {
    error,
    error_description: `AADSTS${code}: ${message} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${at}`,
    error_codes: [code],
    timestamp: at,
    trace_id: traceId,
    correlation_id: correlationId,
    error_uri: `https://login.microsoftonline.com/error?code=${code}`,
  };
}
