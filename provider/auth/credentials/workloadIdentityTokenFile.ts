import { readFile } from "node:fs/promises";
import { ConfigurationError, registerSecret } from "../../errors";
import type { Setting } from "../given";
import { type Application, authorityOptions, describeApplication } from "./application";
import { type Credential, identityCredential } from "./credential";
import { loadIdentity } from "./loadIdentity";

/** An application that trusts the token in a file (Kubernetes, GitLab). The file is rewritten, so each sign-in reads it. */
export function workloadIdentityTokenFileCredential(application: Application, filePath: Setting): Credential {
  const { tenantId, clientId, cloud } = application;
  return identityCredential(
    describeApplication(`federated token file from ${filePath.origin}`, application),
    () => {
      const { ClientAssertionCredential } = loadIdentity();
      return new ClientAssertionCredential(
        tenantId.value,
        clientId.value,
        () => assertionIn(filePath),
        authorityOptions(cloud),
      );
    },
  );
}

async function assertionIn({ value, origin }: Setting): Promise<string> {
  const token = await readFile(value, "utf8").catch((error: unknown) => {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    throw new ConfigurationError(
      `The federated token file ${value} from ${origin} could not be read (${code}).`,
    );
  });
  registerSecret(token);
  if (token.trim() === "")
    throw new ConfigurationError(`The federated token file ${value} from ${origin} is empty.`);
  return token.trim();
}
