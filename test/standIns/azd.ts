import { parseArgs } from "node:util";
import { audienceOfScope } from "./giveToken";
import type { StandInProgram } from "./standIn";
import { startTokenProgram, type TokenProgram, type TokenProgramOptions } from "./tokenProgram";

/** What the Azure Developer CLI says when it has no token to give, as @azure/identity recognizes it. */
export const azdRefusals = {
  notSignedIn: "ERROR: not logged in, run `azd auth login` to login",
  /** Azure/azure-dev issue 7704. */
  reauthentication:
    "ERROR: AADSTS50076: Due to a configuration change made by your administrator, you must use multi-factor authentication to access the resource.\n" +
    "Suggestion: reauthentication required, run `azd auth login --scope https://api.powerplatform.com/.default` to acquire a new token.",
  refreshTokenExpired:
    "ERROR: AADSTS70043: The refresh token has expired or is invalid due to sign-in frequency checks by conditional access.",
} as const;

const azd: TokenProgram = {
  name: "azd",
  read(args) {
    const { positionals, values } = parseArgs({
      args: [...args],
      strict: false,
      options: {
        output: { type: "string" },
        "no-prompt": { type: "boolean" },
        scope: { type: "string" },
        "tenant-id": { type: "string" },
        claims: { type: "string" },
      },
    });
    const { output, scope, "no-prompt": noPrompt, "tenant-id": tenantId } = values;
    if (positionals.join(" ") !== "auth token" || output !== "json" || typeof scope !== "string")
      return { stderr: `ERROR: unknown command: ${args.join(" ")}\n`, exitCode: 1 };
    if (noPrompt !== true) return { stderr: "ERROR: it would ask, and nobody is there\n", exitCode: 1 };
    return { audience: audienceOfScope(scope), ...(typeof tenantId === "string" ? { tenantId } : {}) };
  },
  print({ token, expiresAtMs }) {
    return JSON.stringify({ token, expiresOn: new Date(expiresAtMs).toISOString() });
  },
};

/** The Azure Developer CLI: `azd auth token --output json --no-prompt --scope … [--tenant-id …]`. */
export const startAzd = (options: TokenProgramOptions): Promise<StandInProgram> => startTokenProgram(azd, options);
