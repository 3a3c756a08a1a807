import type { Setting } from "../resolvedSettings";
import { type Application, describeApplication, entraOptions } from "./application";
import { type Credential, identityCredential } from "./credential";
import { loadIdentity } from "./loadIdentity";

/**
 * A user by name and password, through an application that allows public client flows. It cannot answer a demand for
 * multifactor authentication, which Entra makes of administrators, and Microsoft advises against it.
 * https://learn.microsoft.com/entra/identity/authentication/concept-mandatory-multifactor-authentication
 */
export const usernamePasswordCredential = (
  application: Application,
  username: Setting,
  password: Setting,
): Credential =>
  identityCredential(
    describeApplication(`user name and password from ${password.origin}, user ${username.value}`, application),
    () => {
      // Deprecated by the library for the same reason; there is no successor for this flow.
      const { UsernamePasswordCredential } = loadIdentity();
      return new UsernamePasswordCredential(
        application.tenantId.value,
        application.clientId.value,
        username.value,
        password.value,
        entraOptions(application),
      );
    },
  );
