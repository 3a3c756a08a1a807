import { azRefusals, startAz } from "../../../standIns/az";
import { describeDeveloperTool } from "./describeDeveloperTool";

describeDeveloperTool({
  name: "Azure CLI",
  start: startAz,
  flag: "POWER_PLATFORM_USE_CLI",
  notSignedIn: azRefusals.notSignedIn,
  login: "az login",
  tokenCommand: /get-access-token/,
});
