import type { Setting } from "../given";
import { type Application, authorityOptions, describeApplication } from "./application";
import { type Credential, identityCredential } from "./credential";
import { loadIdentity } from "./loadIdentity";

/** An application with a client secret. */
export function clientSecretCredential(application: Application, secret: Setting): Credential {
  const { tenantId, clientId, cloud } = application;
  return identityCredential(describeApplication(`client secret from ${secret.origin}`, application), () => {
    const { ClientSecretCredential } = loadIdentity();
    return new ClientSecretCredential(tenantId.value, clientId.value, secret.value, authorityOptions(cloud));
  });
}
