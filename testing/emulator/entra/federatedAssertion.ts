import type { FederatedCredential, Principal } from "../tenant/types";
import { type Assertion, audiencesOf } from "./assertion";
import { SignInRefused } from "./signInRefused";

const defaultAudiences = ["api://AzureADTokenExchange"];

/**
 * Checks a token of another identity provider against the federated credentials of an application; any is trusted where
 * none are declared. Its signature is not looked at. https://learn.microsoft.com/entra/workload-id/workload-identity-federation
 */
export function checkFederation(application: Principal, clientId: string, assertion: Assertion): void {
  const { federatedCredentials } = application;
  if (federatedCredentials === undefined) return;
  if (federatedCredentials.length === 0) throw new SignInRefused(70025, { clientId });
  const { iss, sub } = assertion.claims;
  const audiences = audiencesOf(assertion);
  const code = codeAgainst(federatedCredentials, String(iss), String(sub), audiences);
  if (code === undefined) return;
  throw new SignInRefused(code, {
    issuer: String(iss),
    subject: String(sub),
    audience: audiences.join(" "),
  });
}

/** Which part of the assertion no credential has, in the order Entra looks: issuer, subject, audience. */
function codeAgainst(
  credentials: FederatedCredential[],
  issuer: string,
  subject: string,
  audiences: string[],
): number | undefined {
  const ofIssuer = credentials.filter((credential) => credential.issuer === issuer);
  if (ofIssuer.length === 0) return 700211;
  const ofSubject = ofIssuer.filter((credential) => credential.subject === subject);
  if (ofSubject.length === 0) {
    const lower = subject.toLowerCase();
    return ofIssuer.some((credential) => credential.subject.toLowerCase() === lower) ? 7002138 : 700213;
  }
  const accepted = ofSubject.flatMap((credential) => credential.audiences ?? defaultAudiences);
  return audiences.some((audience) => accepted.includes(audience)) ? undefined : 700212;
}
