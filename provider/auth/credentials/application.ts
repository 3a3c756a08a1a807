import https from "node:https";
import type { TokenCredentialOptions } from "@azure/identity";

import { isExemptHere } from "../../transport/proxy";
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

/** The library knows fewer forms of NO_PROXY than calls of the API do. */
const pastProxy: NonNullable<TokenCredentialOptions["additionalPolicies"]>[number] = {
  position: "perCall",
  policy: {
    name: "pastProxy",
    sendRequest(request, next) {
      if (isExemptHere(new URL(request.url))) request.agent = https.globalAgent;
      return next(request);
    },
  },
};

/** Options of the credential classes of @azure/identity that talk to Entra. */
export const entraOptions = ({ cloud, auxiliaryTenantIds }: Application) => ({
  additionalPolicies: [pastProxy],
  authorityHost: cloud.authorityHost,
  disableInstanceDiscovery: cloud.disableInstanceDiscovery,
  additionallyAllowedTenants: [...auxiliaryTenantIds],
});

export const describeApplication = (proof: string, { tenantId, clientId }: Application): string =>
  `${proof}, application ${clientId.value} from ${clientId.origin}, tenant ${tenantId.value} from ${tenantId.origin}`;
