import type { ResolvedSettings } from "./resolvedSettings";

/** Where a cloud's API and sign-in are. */
export interface Cloud {
  readonly endpoint: string;
  readonly scope: string;
  readonly authorityHost: string;
  /** Audience of a federated token that is exchanged there. */
  readonly tokenExchangeAudience: string;
  /** Entra's public instance discovery does not know the authority, or cannot be reached. */
  readonly disableInstanceDiscovery: boolean;
}

const cloud = (apiHost: string, authorityHost: string, more: Partial<Cloud> = {}): Cloud => ({
  endpoint: `https://${apiHost}`,
  scope: `https://${apiHost}/.default`,
  authorityHost,
  tokenExchangeAudience: "api://AzureADTokenExchange",
  disableInstanceDiscovery: false,
  ...more,
});

/** Audiences of the national clouds: https://learn.microsoft.com/entra/workload-id/workload-identity-federation-create-trust */
const usGov = { tokenExchangeAudience: "api://AzureADTokenExchangeUSGov" };
const china = { tokenExchangeAudience: "api://AzureADTokenExchangeChina" };
const airGapped = { disableInstanceDiscovery: true };

/**
 * Hosts from Microsoft's Terraform provider (`internal/constants` in microsoft/terraform-provider-power-platform).
 *
 * For GCC High its constant says `api.appsplatform.us`, the same as for DoD; its own comment table and Microsoft's
 * EnterprisePolicies module say `api.high.powerplatform.microsoft.us`, which is taken here. `endpoint` and `scope`
 * change it.
 */
const clouds = {
  public: cloud("api.powerplatform.com", "https://login.microsoftonline.com/"),
  gcc: cloud("api.gov.powerplatform.microsoft.us", "https://login.microsoftonline.com/"),
  gcchigh: cloud("api.high.powerplatform.microsoft.us", "https://login.microsoftonline.us/", usGov),
  dod: cloud("api.appsplatform.us", "https://login.microsoftonline.us/", usGov),
  china: cloud("api.powerplatform.partner.microsoftonline.cn", "https://login.chinacloudapi.cn/", china),
  ex: cloud("api.powerplatform.eaglex.ic.gov", "https://login.microsoftonline.eaglex.ic.gov/", airGapped),
  rx: cloud("api.powerplatform.microsoft.scloud", "https://login.microsoftonline.microsoft.scloud/", airGapped),
} as const satisfies Record<string, Cloud>;

export type CloudName = keyof typeof clouds;

export const cloudNames = Object.keys(clouds) as readonly CloudName[];

/** The cloud that is set, public by default, with what is overridden. */
export function cloudOf(settings: ResolvedSettings): Cloud {
  const name = (settings.cloud?.value.toLowerCase() ?? "public") as CloudName;
  const known: Cloud = clouds[name];
  const authorityHost = settings.authorityHost?.value ?? known.authorityHost;
  // AZURE_AUTHORITY_HOST often only repeats the cloud's own.
  const isForeign = hostOf(authorityHost) !== hostOf(known.authorityHost);
  return {
    endpoint: (settings.endpoint?.value ?? known.endpoint).replace(/\/+$/, ""),
    scope: settings.scope?.value ?? known.scope,
    authorityHost,
    tokenExchangeAudience: settings.oidcAudience?.value ?? known.tokenExchangeAudience,
    disableInstanceDiscovery: known.disableInstanceDiscovery || isForeign,
  };
}

const hostOf = (url: string): string => new URL(url).host.toLowerCase();
