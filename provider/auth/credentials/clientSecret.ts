import type { Setting } from "../resolvedSettings";
import { type Application, describeApplication, entraOptions } from "./application";
import { type Credential, identityCredential } from "./credential";
import { loadIdentity } from "./loadIdentity";

/** An application with a client secret. */
export function clientSecretCredential(application: Application, secret: Setting): Credential {
  const { tenantId, clientId } = application;
  return identityCredential(describeApplication(`client secret from ${secret.origin}`, application), () => {
    const { ClientSecretCredential } = loadIdentity();
    return new ClientSecretCredential(tenantId.value, clientId.value, secret.value, entraOptions(application));
  });
}
