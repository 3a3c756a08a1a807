import { ConfigurationError } from "../../errors";
import { type Application, describeApplication, entraOptions } from "./application";
import { type Credential, identityCredential } from "./credential";
import { loadIdentity } from "./loadIdentity";
import type { Interaction } from "./interaction";

/**
 * A user who signs in in the browser of this machine, through an application with the redirect URI `http://localhost` of a
 * desktop application.
 */
export const interactiveBrowserCredential = (
  why: string,
  application: Application,
  { prompt, hasTerminal }: Interaction,
): Credential =>
  identityCredential(describeApplication(`browser (${why})`, application), () => {
    if (!hasTerminal()) {
      throw new ConfigurationError(
        `Signing in with a browser needs a person at a terminal, and there is none (${why}).\n` +
          "  In a pipeline use a federated token, a managed identity, a client certificate or a client secret.",
      );
    }
    const { InteractiveBrowserCredential } = loadIdentity();
    prompt("Sign in to Microsoft Entra in the browser window that opens.");
    return new InteractiveBrowserCredential({
      ...entraOptions(application),
      tenantId: application.tenantId.value,
      clientId: application.clientId.value,
    });
  });
