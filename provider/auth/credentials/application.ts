import type { Cloud } from "../clouds";
import type { Setting } from "../given";

/** An app registration in a tenant: what every application credential needs besides its proof. */
export interface Application {
  readonly tenantId: Setting;
  readonly clientId: Setting;
  readonly cloud: Cloud;
}

/** Options of every credential class of @azure/identity. */
export const authorityOptions = ({ authorityHost, disableInstanceDiscovery }: Cloud) => ({
  authorityHost,
  disableInstanceDiscovery,
});

export const describeApplication = (proof: string, { tenantId, clientId }: Application): string =>
  `${proof}, application ${clientId.value} from ${clientId.origin}, tenant ${tenantId.value} from ${tenantId.origin}`;
