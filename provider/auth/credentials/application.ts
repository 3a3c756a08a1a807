import type { Cloud } from "../clouds";
import type { Setting } from "../resolvedSettings";

/** An app registration in a tenant: what every application credential needs besides its proof. */
export interface Application {
  readonly tenantId: Setting;
  readonly clientId: Setting;
  readonly cloud: Cloud;
  /** Further tenants that tokens may be for. */
  readonly auxiliaryTenantIds: readonly string[];
}

/** Options of the credential classes of @azure/identity that talk to Entra. */
export const entraOptions = ({ cloud, auxiliaryTenantIds }: Application) => ({
  authorityHost: cloud.authorityHost,
  disableInstanceDiscovery: cloud.disableInstanceDiscovery,
  additionallyAllowedTenants: [...auxiliaryTenantIds],
});

export const describeApplication = (proof: string, { tenantId, clientId }: Application): string =>
  `${proof}, application ${clientId.value} from ${clientId.origin}, tenant ${tenantId.value} from ${tenantId.origin}`;
