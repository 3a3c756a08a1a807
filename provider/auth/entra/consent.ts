import { apiApplicationId, type EntraRefusal } from "./entraRefusal";

const adminConsent =
  "`az ad app permission admin-consent --id {clientId}`, or App registrations > the application > API permissions > Grant admin consent.";

/** What an application and its users may ask for in a tenant. */
export const consentRefusals: readonly EntraRefusal[] = [
  {
    codes: [65001, 90094, 90095],
    cause: "Nobody has consented, for this tenant, to what the application asks for.",
    mend: `Let an administrator consent: ${adminConsent}`,
    mendByKind: {
      "Azure CLI": "`az login --tenant {tenantId} --scope {scope}` asks for it; an administrator may have to give it.",
    },
  },
  {
    codes: [65004],
    cause: "The consent was declined.",
    mend: `Sign in again and accept, or let an administrator consent: ${adminConsent}`,
  },
  {
    codes: [65002],
    cause: "The client is one of Microsoft's own that this API does not admit.",
    mend: "Sign in with an application of your own: set clientId.",
  },
  {
    codes: [650056, 650057],
    cause: "The application asks for no permission of the Power Platform API.",
    mend: `App registrations > the application > API permissions > Add a permission > APIs my organization uses > Power Platform API (${apiApplicationId}), then Grant admin consent.`,
  },
  {
    codes: [500011, 650052],
    cause: "The Power Platform API has no service principal in this tenant, or the scope is that of another API.",
    mend: `Make it, once a tenant: \`az ad sp create --id ${apiApplicationId}\`. Where it exists, check scope, cloud and tenantId.`,
    mendByKind: {
      "Azure CLI": `Make it, once a tenant: \`az ad sp create --id ${apiApplicationId}\`, and sign in again: \`az login --tenant {tenantId} --scope {scope}\`. Where it exists, check scope, cloud and tenantId.`,
    },
  },
  {
    codes: [50001, 70011, 1002012],
    cause: "The scope is not one of an API that Entra knows.",
    mend: "Leave scope out to get that of the cloud; else it is the address of the API with /.default behind it.",
  },
  {
    codes: [50105, 501051],
    cause: "The application that the text names admits only who is assigned to it.",
    mend: "Assign: Enterprise applications > that application > Users and groups > Add user/group. Or admit all: Properties > Assignment required? > No.",
  },
];
