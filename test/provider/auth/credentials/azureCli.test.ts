import { azRefusals, startAz } from "../../../standIns/az";
import { describeDeveloperTool } from "./describeDeveloperTool";

describeDeveloperTool({
  name: "Azure CLI",
  start: startAz,
  flag: "POWER_PLATFORM_USE_CLI",
  notSignedIn: azRefusals.notSignedIn,
  login: "az login --tenant <tenant id> --allow-no-subscriptions",
  tokenCommand: /get-access-token/,
});
