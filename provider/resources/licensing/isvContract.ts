import { defineCollection } from "../../declare/define";
import { inCollection } from "../../declare/place";
import {
  azureName,
  clearedWhenAbsent,
  computedWhenAbsent,
  flag,
  guid,
  list,
  location,
  object,
  oneOf,
  resourceGroupName,
  text,
  timestamp,
} from "../../declare/fields";
import { quoted } from "../../declare/quoted";
import { azureAdvice } from "./azureAdvice";
import { licensingPrincipal } from "./licensingPrincipal";

const namePattern = /^[a-zA-Z\d]{10,64}$/;

const payAsYouGoState = () => computedWhenAbsent(oneOf(["Enabled", "Disabled"]));

/**
 * Says that an independent software vendor pays for what a customer tenant uses of its solution. Only tenants that are
 * enrolled as such a vendor may use it; others are refused with 403.
 *
 *     new IsvContract("contoso", {
 *       name: "contosocontract1",
 *       geo: "europe",
 *       status: "Enabled",
 *       consumer: { tenantId: "22222222-2222-4222-8222-222222222222" },
 *       conditions: { apiFilter: { allowOtherPremiumConnectors: false, requiredApis: [{ name: "shared_sql" }] } },
 *       powerAutomatePolicy: { cloudFlowRunsPayAsYouGoState: "Enabled" },
 *       billingInstrument: { subscriptionId: "11111111-1111-4111-8111-111111111111", resourceGroup: "rg-isv" },
 *     });
 *
 * `name`, `status`, `conditions` and `powerAutomatePolicy` change in place, everything else replaces.
 * https://learn.microsoft.com/rest/api/power-platform/licensing/isv-contract
 * @id GUID of the contract
 */
export const isvContract = defineCollection({
  kind: "IsvContract",
  apiVersion: "2024-10-01",
  fields: {
    /** 10 to 64 letters or digits, nothing else. Changes in place. */
    name: text({
      refuse: (value) =>
        namePattern.test(value)
          ? undefined
          : `must be 10 to 64 letters or digits, and ${quoted(value)} ${nameFault(value)}`,
    }),
    /**
     * Geography such as `europe`, in any case; environments that use the contract have to be in it. One text, although
     * the reference prints the member of the request as a list. Changing it replaces.
     */
    geo: location({ replaces: true }),
    /** Whether the contract is in force. */
    status: oneOf(["Enabled", "Disabled"]),
    /** The customer. Changing it replaces. */
    consumer: object(
      {
        /** Tenant of the customer. Changing it replaces. */
        tenantId: guid(),
      },
      { replaces: true },
    ),
    /** Which usage the contract covers; may be empty. */
    conditions: object({
      /** Usage of which connectors is covered. Left out, there is no such filter. */
      apiFilter: clearedWhenAbsent(
        object({
          /** Whether premium connectors outside `requiredApis` are covered too. Left out, the service decides. */
          allowOtherPremiumConnectors: computedWhenAbsent(flag()),
          /** Connectors an app or flow has to use to be covered, in any order. Left out, the list is kept empty. */
          requiredApis: clearedWhenAbsent(
            list(
              object({
                /** Name of the connector, such as `shared_sql`. */
                name: azureName(),
              }),
              { unordered: true },
            ),
          ),
        }),
      ),
    }),
    /** Which Power Automate runs are billed to the contract; what is left out the service decides. */
    powerAutomatePolicy: object({
      /** Runs of cloud flows. Left out, the service decides. */
      cloudFlowRunsPayAsYouGoState: payAsYouGoState(),
      /** Unattended runs of desktop flows. Left out, the service decides. */
      desktopFlowUnattendedRunsPayAsYouGoState: payAsYouGoState(),
      /** Attended runs of desktop flows. Left out, the service decides. */
      desktopFlowAttendedRunsPayAsYouGoState: payAsYouGoState(),
    }),
    /** The vendor's Azure subscription that is billed. Changing it replaces. */
    billingInstrument: object(
      {
        /** Azure subscription. Changing it replaces. */
        subscriptionId: guid(),
        /** Azure resource group, in any case. Changing it replaces. */
        resourceGroup: resourceGroupName(),
        /** Azure resource id; left out, the service fills it in. Changing it replaces. */
        id: computedWhenAbsent(azureName()),
      },
      { replaces: true },
    ),
  },
  outputs: {
    /** When the contract was made, UTC. */
    createdOn: timestamp(),
    /** Who made the contract. */
    createdBy: licensingPrincipal(),
    /** When it was last changed, UTC. */
    lastModifiedOn: timestamp({ renewed: true }).optional(),
    /** Who changed it last. */
    lastModifiedBy: licensingPrincipal({ renewed: true }).optional(),
  },
  address: inCollection("/licensing/isvContracts"),
  wireId: "id",
  createdAt: "createdOn",
  createdBy: "createdBy.id",
  title: (values) => quoted(values.name),
  readBy: "id",
  naturalKey: ["name", "geo", "consumer", "billingInstrument"],
  update: { sends: ["name", "status", "conditions", "powerAutomatePolicy"] },
  forbiddenHint: "A tenant that is not enrolled as an independent software vendor is refused whoever asks.",
  codeAdvice: azureAdvice,
  permissions: { read: "Licensing.IsvContracts.Read", write: "Licensing.IsvContracts.ReadWrite" },
});

/** What is wrong with a name, and the edit that mends it. */
function nameFault(name: string): string {
  const strange = [...new Set(name.replace(/[a-zA-Z\d]/g, ""))];
  const shown = strange.slice(0, 10).map(quoted).join(", ");
  const faults = [
    strange.length > 0 ? `holds ${shown}${strange.length > 10 ? " and others" : ""}: remove it` : "",
    name.length < 10 ? `has ${name.length}: lengthen it` : "",
    name.length > 64 ? `has ${name.length}: shorten it` : "",
  ];
  return faults.filter((fault) => fault !== "").join(", and it ");
}
