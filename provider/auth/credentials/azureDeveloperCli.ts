import type { Credential } from "./credential";
import { describeTool, type DeveloperTool } from "./developerTool";
import { runTokenCommand } from "./tokenCommand";

/** Whoever is signed in to the Azure Developer CLI. Each fetch starts a process. */
export function azureDeveloperCliCredential(tool: DeveloperTool, timeoutMs?: number): Credential {
  const tenant = tool.tenantId === undefined ? [] : ["--tenant-id", tool.tenantId.value];
  return {
    identity: describeTool("Azure Developer CLI", tool),
    fetch: ({ scope, claims }) =>
      runTokenCommand(
        {
          name: "Azure Developer CLI",
          program: "azd",
          args: [
            ...["auth", "token", "--output", "json", "--no-prompt", "--scope", scope],
            ...tenant,
            ...(claims === undefined ? [] : ["--claims", Buffer.from(claims).toString("base64")]),
          ],
          member: "token",
          expiry: ({ expiresOn }) => Date.parse(String(expiresOn)),
        },
        timeoutMs,
      ),
  };
}
