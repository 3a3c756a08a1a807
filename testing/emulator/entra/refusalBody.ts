import type { TenantState } from "../tenantState";
import type { SignInRefused } from "./signInRefused";

/** The body Entra sends with a refusal. */
export function refusalBody(
  tenantState: TenantState,
  { code, error, suberror, message }: Pick<SignInRefused, "code" | "error" | "suberror" | "message">,
): object {
  const at = `${new Date(tenantState.clock.now()).toISOString().slice(0, 19).replace("T", " ")}Z`;
  const [traceId, correlationId] = [tenantState.newId(), tenantState.newId()];
  return {
    error,
    error_description: `${message} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${at}`,
    error_codes: [code],
    timestamp: at,
    trace_id: traceId,
    correlation_id: correlationId,
    error_uri: `https://login.microsoftonline.com/error?code=${code}`,
    ...(suberror === undefined ? {} : { suberror }),
  };
}
