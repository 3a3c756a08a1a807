import type { EntraRefusal } from "./entraRefusal";

const azLogin = "`az login --tenant {tenantId} --scope {scope}`";

/** What can be wrong with a user and the user's sign-in. */
export const userRefusals: readonly EntraRefusal[] = [
  {
    codes: [50034, 50020, 51004, 90072],
    cause: "The user is not in this tenant.",
    mend: "Check the user name and tenantId. A guest has to be invited first: Entra > Users > Invite external user.",
    mendByKind: {
      "Azure CLI":
        "Sign in as a user of the tenant: `az login --tenant {tenantId}`. A guest has to be invited first: Entra > Users > Invite external user.",
    },
  },
  {
    codes: [50126, 50056],
    cause: "The user name or the password is wrong, or the user has no password here.",
    mend: "Check both. Users who sign in through another identity provider or without a password need another credential kind.",
  },
  {
    codes: [50053],
    cause: "The user is locked after too many attempts, or the sign-in came from an address of bad repute.",
    mend: "Wait, or look into Entra > Monitoring & health > Sign-in logs, which says which of the two.",
  },
  {
    codes: [50055, 50144],
    cause: "The password has expired.",
    mend: "Change it at https://myaccount.microsoft.com.",
  },
  {
    codes: [50057],
    cause: "The user is disabled.",
    mend: "Entra > Users > the user > Properties > Account enabled.",
  },
  {
    codes: [50058, 50089, 50132, 50133, 50173, 70000, 70008, 70043, 700082],
    cause: "The sign-in has ended: it was too old, was revoked, or the password has changed.",
    mend: "Sign in again.",
    mendByKind: {
      "Azure CLI": `Sign in again: ${azLogin}.`,
      "Azure Developer CLI": "Sign in again: `azd auth login --tenant-id {tenantId}`.",
      "Azure PowerShell": "Sign in again: `Connect-AzAccount -Tenant {tenantId}`.",
    },
  },
  {
    codes: [70018, 70019, 70020],
    cause: "The device code was wrong or was entered too late.",
    mend: "Run it again and enter the new code.",
  },
];
