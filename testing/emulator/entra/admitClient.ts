import type { TenantState } from "../tenantState";
import { applicationOf, isMicrosofts } from "./directory";
import { proveApplication } from "./proveApplication";

/** Refused unless the application may sign in users: it proves who it is, or it is a public client and need not. */
export function admitClient(tenantState: TenantState, form: URLSearchParams): void {
  const clientId = form.get("client_id") ?? "";
  if (isMicrosofts(clientId)) return;
  const application = applicationOf(tenantState, clientId);
  const hasProof = form.has("client_secret") || form.has("client_assertion");
  if (hasProof || application.isPublicClient !== true) proveApplication(tenantState, application, form);
}
