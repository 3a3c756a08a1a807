import type { Setting } from "../resolvedSettings";
import { type Credential, identityCredential } from "./credential";
import { loadIdentity } from "./loadIdentity";

/**
 * Looks first whether the machine has the endpoint of managed identities at all: elsewhere its address leads nowhere, and
 * the library would wait for minutes. Its default credential sets this; the types do not show it.
 */
const probe = { sendProbeRequest: true };

/** The managed identity of a machine in Azure: the system-assigned one, or with a client id that user-assigned one. */
export function managedIdentityCredential(why: string, clientId: Setting | undefined): Credential {
  const which =
    clientId === undefined ? "system-assigned" : `user-assigned, client id ${clientId.value} from ${clientId.origin}`;
  return identityCredential(`managed identity (${why}), ${which}`, () => {
    const { ManagedIdentityCredential } = loadIdentity();
    const options = { ...probe, ...(clientId === undefined ? {} : { clientId: clientId.value }) };
    return new ManagedIdentityCredential(options);
  });
}
