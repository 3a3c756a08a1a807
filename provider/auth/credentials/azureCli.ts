import { AuthError } from "../../errors";
import type { Credential } from "./credential";
import { describeTool, type DeveloperTool } from "./developerTool";
import { runTokenCommand } from "./tokenCommand";

/** Whoever is signed in to the Azure CLI. Each fetch starts a process, so the token source keeps what it gets. */
export function azureCliCredential(tool: DeveloperTool, timeoutMs?: number): Credential {
  const identity = describeTool("Azure CLI", tool);
  const tenant = tool.tenantId === undefined ? [] : ["--tenant", tool.tenantId.value];
  return {
    identity,
    async fetch({ scope, claims }) {
      if (claims !== undefined) throw freshLogin(identity, [...tenant, "--scope", scope], claims);
      const resource = scope.replace(/\/\.default$/, "");
      const args = ["account", "get-access-token", "--output", "json", "--resource", resource, ...tenant];
      return runTokenCommand(
        {
          name: "Azure CLI",
          program: "az",
          args,
          member: "accessToken",
          // Older versions give the time of this machine's zone only.
          expiry: ({ expires_on: seconds, expiresOn }) =>
            seconds === undefined ? Date.parse(String(expiresOn)) : Number(seconds) * 1_000,
        },
        timeoutMs,
      );
    },
  };
}

/** The tool has no way to ask for a token with claims; a person has to sign in with them. */
const freshLogin = (identity: string, args: readonly string[], claims: string): AuthError =>
  new AuthError(
    `No token could be had with ${identity}: the service asks for a new sign-in.\n` +
      `  Run \`az login ${args.join(" ")} --claims-challenge ${Buffer.from(claims).toString("base64")}\`.`,
    { outcome: "neverSent" },
  );
