import type { EntraRefusal } from "./entraRefusal";

const azLogin = "`az login --tenant {tenantId} --scope {scope}`";

const login: Pick<EntraRefusal, "mend" | "mendByKind"> = {
  mend: "Sign in with a browser or a device code; in a pipeline as an application or managed identity.",
  mendByKind: {
    "Azure CLI": `Sign in again: ${azLogin}. In a pipeline sign in as an application or managed identity.`,
    "Azure Developer CLI":
      "Sign in again: `azd auth login --tenant-id {tenantId} --scope {scope}`. In a pipeline sign in as an application or managed identity.",
    "Azure PowerShell":
      "Sign in again: `Connect-AzAccount -Tenant {tenantId} -AuthScope {scope}`. In a pipeline sign in as an application or managed identity.",
    "user name and password":
      "A user name and password cannot do that: sign in as an application or managed identity, or as a person with the Azure CLI, a browser or a device code.",
  },
};

/** What the policies of a tenant ask for: multi-factor authentication, devices, networks. */
export const conditionalAccessRefusals: readonly EntraRefusal[] = [
  { codes: [50076, 50074, 50078, 50158], cause: "Multi-factor authentication is required.", ...login },
  {
    codes: [50079, 50072, 53004],
    cause:
      "The user has to register for multi-factor authentication first: https://mysignins.microsoft.com/security-info.",
    ...login,
  },
  {
    codes: [53003, 530032, 50131],
    cause: "A Conditional Access policy of the tenant blocks this sign-in.",
    mend: "Entra > Monitoring & health > Sign-in logs names the policy, by the correlation id. Let an administrator exclude this identity, or sign in from where the policy allows it.",
  },
  {
    codes: [53000, 53001, 53002, 530003, 50005, 50097],
    cause: "Conditional Access asks for a managed device or an approved application.",
    mend: "Sign in on such a device, in a browser rather than with a device code; or as an application.",
  },
  {
    codes: [530004],
    cause: "Conditional Access asks for a compliant device, and this tenant does not trust the devices of its guests.",
    mend: "Entra > External Identities > Cross-tenant access settings > Trust settings; or sign in as an application.",
  },
  {
    codes: [530035],
    cause: "The security defaults of the tenant block this credential kind.",
    mend: "Sign in as an application or managed identity, or with a browser.",
  },
  {
    codes: [500021, 500022],
    cause: "This network lets nobody sign in to the tenant (tenant restrictions of a proxy).",
    mend: "Check tenantId, and ask who runs the proxy to admit tenant {tenantId}.",
  },
  {
    codes: [500212, 500213],
    cause: "The cross-tenant access settings of one of the two tenants forbid it.",
    mend: "Entra > External Identities > Cross-tenant access settings, in the tenant that the text names.",
  },
];
