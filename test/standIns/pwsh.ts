import type { StandInProgram } from "./standIn";
import { startTokenProgram, type TokenProgram, type TokenProgramOptions } from "./tokenProgram";

/** What PowerShell says when it has no token to give, as @azure/identity recognizes it. */
export const pwshRefusals = {
  notSignedIn: "Get-AzAccessToken: Run Connect-AzAccount to login.",
  notInstalled:
    "Import-Module: The specified module 'Az.Accounts' with version '2.2.0' was not loaded because no valid module file was found in any module directory.",
} as const;

const pwsh: TokenProgram = {
  name: "pwsh",
  read(args) {
    // How @azure/identity asks whether there is a PowerShell.
    if (args.includes("/?")) return { stdout: "Usage: pwsh\n" };
    const script = args[args.indexOf("-Command") + 1] ?? "";
    const audience = /ResourceUrl = "([^"]+)"/.exec(script)?.[1];
    if (!script.includes("Get-AzAccessToken") || audience === undefined)
      return { stderr: "The term is not recognized as a name of a cmdlet.\n", exitCode: 1 };
    const tenantId = /\$tenantId = "([^"]+)"/.exec(script)?.[1];
    return { audience, ...(tenantId === undefined ? {} : { tenantId }) };
  },
  print({ token, expiresAtMs }) {
    return JSON.stringify({ ExpiresOn: new Date(expiresAtMs).toISOString(), Token: token }, undefined, 2);
  },
};

/** PowerShell with the module Az.Accounts. @azure/identity starts it twice for a token: first with the one argument `/?`. */
export const startPwsh = (options: TokenProgramOptions): Promise<StandInProgram> => startTokenProgram(pwsh, options);
