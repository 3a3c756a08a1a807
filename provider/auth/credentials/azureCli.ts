import { type Credential, identityCredential } from "./credential";
import { describeTool, type DeveloperTool, processOptions } from "./developerTool";
import { loadIdentity } from "./loadIdentity";

/** Whoever is signed in to the Azure CLI. Each fetch starts a process, so the token source keeps what it gets. */
export const azureCliCredential = (tool: DeveloperTool): Credential =>
  identityCredential(describeTool("Azure CLI", tool), () => {
    const { AzureCliCredential } = loadIdentity();
    return new AzureCliCredential(processOptions(tool));
  });
