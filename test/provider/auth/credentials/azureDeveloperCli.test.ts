import { azdRefusals, startAzd } from "../../../standIns/azd";
import { describeDeveloperTool } from "./describeDeveloperTool";

describeDeveloperTool({
  name: "Azure Developer CLI",
  start: startAzd,
  flag: "POWER_PLATFORM_USE_DEV_CLI",
  notSignedIn: azdRefusals.notSignedIn,
  login: "azd auth login --tenant-id <tenant id>",
  tokenCommand: /auth token/,
});
