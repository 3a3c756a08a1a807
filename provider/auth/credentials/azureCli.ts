import type { Setting } from "../given";
import { type Credential, identityCredential } from "./credential";
import { loadIdentity } from "./loadIdentity";

/** Starting the CLI takes seconds; a sign-in that has to be refreshed takes more. */
const PROCESS_TIMEOUT_MS = 60_000;

/** Whoever is signed in to the Azure CLI. Each fetch starts a process, so the token source keeps what it gets. */
export function azureCliCredential(why: string, tenantId: Setting | undefined): Credential {
  const tenant = tenantId === undefined ? "" : `, tenant ${tenantId.value} from ${tenantId.origin}`;
  return identityCredential(`Azure CLI (${why})${tenant}`, () => {
    const { AzureCliCredential } = loadIdentity();
    return new AzureCliCredential({
      processTimeoutInMs: PROCESS_TIMEOUT_MS,
      ...(tenantId === undefined ? {} : { tenantId: tenantId.value }),
    });
  });
}
