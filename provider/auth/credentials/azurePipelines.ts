import type { Setting } from "../resolvedSettings";
import type { Application } from "./application";
import type { Credential } from "./credential";
import { federatedCredential } from "./federated";
import { type OidcRequest, requestOidcToken } from "./oidcRequest";

/**
 * The identity of an Azure DevOps service connection.
 * https://learn.microsoft.com/rest/api/azure/devops/distributedtask/oidctoken/create
 */
export const azurePipelinesCredential = (
  application: Application,
  serviceConnectionId: Setting,
  { url, token }: OidcRequest,
): Credential =>
  federatedCredential(
    `Azure DevOps service connection ${serviceConnectionId.value} from ${serviceConnectionId.origin}`,
    application,
    () =>
      requestOidcToken(
        { url, token },
        {
          method: "POST",
          query: { "api-version": "7.1", serviceConnectionId: serviceConnectionId.value },
          member: "oidcToken",
        },
      ),
  );
