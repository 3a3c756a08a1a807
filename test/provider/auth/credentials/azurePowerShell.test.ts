import { pwshRefusals, startPwsh } from "../../../standIns/pwsh";
import { describeDeveloperTool } from "./describeDeveloperTool";

describeDeveloperTool({
  name: "Azure PowerShell",
  start: startPwsh,
  flag: "POWER_PLATFORM_USE_POWER_SHELL",
  notSignedIn: pwshRefusals.notSignedIn,
  login: "Connect-AzAccount -Tenant <tenant id>",
  tokenCommand: /Get-AzAccessToken/,
});
