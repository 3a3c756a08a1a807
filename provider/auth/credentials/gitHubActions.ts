import type { Application } from "./application";
import type { Credential } from "./credential";
import { federatedCredential } from "./federated";
import { type OidcRequest, requestOidcToken } from "./oidcRequest";

/**
 * The identity of a GitHub Actions job.
 * https://docs.github.com/actions/reference/security/oidc#methods-for-requesting-the-oidc-token
 */
export const gitHubActionsCredential = (application: Application, { url, token }: OidcRequest): Credential =>
  federatedCredential(`federated token of GitHub Actions from ${url.origin}`, application, () =>
    requestOidcToken(
      { url, token },
      { method: "GET", query: { audience: application.cloud.tokenExchangeAudience }, member: "value" },
    ),
  );
