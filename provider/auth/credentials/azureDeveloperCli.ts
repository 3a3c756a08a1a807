import { type Credential, identityCredential } from "./credential";
import { describeTool, type DeveloperTool, processOptions } from "./developerTool";
import { loadIdentity } from "./loadIdentity";

/** Whoever is signed in to the Azure Developer CLI. Each fetch starts a process. */
export const azureDeveloperCliCredential = (tool: DeveloperTool): Credential =>
  identityCredential(describeTool("Azure Developer CLI", tool), () => {
    const { AzureDeveloperCliCredential } = loadIdentity();
    return new AzureDeveloperCliCredential(processOptions(tool));
  });
