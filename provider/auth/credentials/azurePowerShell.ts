import { type Credential, identityCredential } from "./credential";
import { describeTool, type DeveloperTool, processOptions } from "./developerTool";
import { loadIdentity } from "./loadIdentity";

/** Whoever is signed in to Azure PowerShell. Each fetch starts two processes. */
export const azurePowerShellCredential = (tool: DeveloperTool): Credential =>
  identityCredential(describeTool("Azure PowerShell", tool), () => {
    const { AzurePowerShellCredential } = loadIdentity();
    return new AzurePowerShellCredential(processOptions(tool));
  });
