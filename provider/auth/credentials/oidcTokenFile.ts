import { readFile } from "node:fs/promises";
import { ConfigurationError } from "../../errors";
import type { Setting } from "../resolvedSettings";
import type { Application } from "./application";
import type { Credential } from "./credential";
import { federatedCredential } from "./federated";
import { unreadableFile } from "./unreadableFile";

/** A federated token in a file (Kubernetes, GitLab, HCP). The file is rewritten, so each sign-in reads it. */
export const oidcTokenFileCredential = (application: Application, filePath: Setting): Credential =>
  federatedCredential(`federated token file from ${filePath.origin}`, application, () => tokenIn(filePath));

async function tokenIn(filePath: Setting): Promise<string> {
  const { value, origin } = filePath;
  const token = await readFile(value, "utf8").catch((error: unknown) => {
    throw unreadableFile("federated token file", filePath, error);
  });
  if (token.trim() === "") throw new ConfigurationError(`The federated token file ${value} from ${origin} is empty.`);
  return token.trim();
}
