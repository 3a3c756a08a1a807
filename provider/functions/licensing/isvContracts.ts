import { caseless, guid, location, oneOf } from "../../declare/fields";
import { isvContract } from "../../resources/licensing/isvContract";
import { defineList } from "../defineFunction";

/**
 * The ISV contracts of the tenant; also in a preview. Tenants that are not enrolled as a vendor are refused with 403.
 *
 *     export const inEurope = getIsvContractsOutput({ geo: "europe" });
 *
 * https://learn.microsoft.com/rest/api/power-platform/licensing/isv-contract/list-isv-contracts
 */
export const isvContracts = defineList({
  name: "getIsvContracts",
  result: "isvContracts",
  apiVersion: isvContract.apiVersion,
  path: "/licensing/isvContracts",
  permission: "Licensing.IsvContracts.Read",
  args: {
    /** Name of the contract, in any case. */
    name: caseless().optional(),
    /** Geography such as `europe`. */
    geo: location().optional(),
    /** `Enabled` or `Disabled`. */
    status: oneOf(["Enabled", "Disabled"]).optional(),
  },
  item: {
    /** GUID of the contract. */
    id: guid(),
    ...isvContract.inputShape,
    ...isvContract.outputShape,
  },
});
