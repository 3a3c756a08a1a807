import { parseArgs } from "node:util";
import { audienceOfScope } from "./giveToken";
import type { StandInProgram } from "./standIn";
import { startTokenProgram, type TokenProgram, type TokenProgramOptions } from "./tokenProgram";

/** What the Azure CLI says when it has no token to give. Its words, cut to what clients look at. */
export const azRefusals = {
  notSignedIn: "ERROR: Please run 'az login' to setup account.",
  /** Azure/azure-cli issue 25108. */
  refreshTokenExpired:
    "ERROR: AADSTS700082: The refresh token has expired due to inactivity. The token was issued on 2025-09-01T08:00:00.0000000Z and was inactive for 90.00:00:00.\n" +
    "Trace ID: 11111111-1111-4111-8111-111111111111 Correlation ID: 22222222-2222-4222-8222-222222222222 Timestamp: 2026-01-01 00:00:00Z\n" +
    "Interactive authentication is needed. Please run:\naz login --scope https://api.powerplatform.com/.default",
  notConsented:
    "ERROR: AADSTS65001: The user or administrator has not consented to use the application. Trace ID: 11111111-1111-4111-8111-111111111111",
} as const;

const az: TokenProgram = {
  name: "az",
  read(args) {
    const { positionals, values } = parseArgs({
      args: [...args],
      strict: false,
      options: {
        output: { type: "string" },
        resource: { type: "string" },
        scope: { type: "string" },
        tenant: { type: "string" },
        subscription: { type: "string" },
      },
    });
    const { output, resource, scope, tenant } = values;
    const asked = typeof scope === "string" ? audienceOfScope(scope) : resource;
    if (positionals.join(" ") !== "account get-access-token" || output !== "json" || typeof asked !== "string")
      return { stderr: `ERROR: unrecognized arguments: ${args.join(" ")}\n`, exitCode: 2 };
    return { audience: asked, ...(typeof tenant === "string" ? { tenantId: tenant } : {}) };
  },
  print({ token, expiresAtMs }, { tenantId }) {
    return JSON.stringify({
      accessToken: token,
      expiresOn: new Date(expiresAtMs).toISOString().replace("T", " ").slice(0, 23),
      expires_on: Math.floor(expiresAtMs / 1_000),
      subscription: "11111111-1111-4111-8111-111111111111",
      tenant: tenantId ?? "00000000-0000-4000-8000-000000000001",
      tokenType: "Bearer",
    });
  },
};

/** The Azure CLI: `az account get-access-token --output json --resource … [--tenant …]`. */
export const startAz = (options: TokenProgramOptions): Promise<StandInProgram> => startTokenProgram(az, options);
