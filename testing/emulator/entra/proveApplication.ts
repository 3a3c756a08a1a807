import type { Principal } from "../tenant/types";
import type { TenantState } from "../tenantState";
import type { Assertion } from "./assertion";
import { checkTimes, readAssertion } from "./assertion";
import { checkCertificate } from "./certificateAssertion";
import { checkFederation } from "./federatedAssertion";
import { SignInRefused } from "./signInRefused";

/** Checks secret, certificate or federated token of an application. Throws what Entra refuses with. */
export function proveApplication(tenantState: TenantState, application: Principal, form: URLSearchParams): void {
  const clientId = form.get("client_id") ?? "";
  const secret = form.get("client_secret");
  const assertion = form.get("client_assertion");
  if (secret !== null) {
    if (secret !== application.secret) throw new SignInRefused(7000215, { clientId });
    if (application.secretExpired === true) throw new SignInRefused(7000222, { clientId });
  } else if (assertion !== null) {
    const read = readAssertion(assertion);
    checkTimes(tenantState, read);
    if (isOwn(read, clientId)) checkCertificate(tenantState, application, clientId, read);
    else checkFederation(application, clientId, read);
  } else {
    throw new SignInRefused(7000218);
  }
}

/** Signed by the application itself, not by an identity provider that it trusts. */
const isOwn = ({ header, claims }: Assertion, clientId: string): boolean =>
  claims.iss === clientId || "x5t" in header || "x5t#S256" in header || "x5c" in header;
