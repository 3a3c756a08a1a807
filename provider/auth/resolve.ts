import { selectCredential } from "./selectCredential";
import { cloudOf } from "./clouds";
import type { Credential } from "./credentials/credential";
import type { SignInSurroundings } from "./credentials/surroundings";
import { type Given, listOf } from "./givenSettings";
import { halfConfigured } from "./incomplete";
import type { Parts } from "./credentialKinds";

/**
 * The credential that the settings mean. A way that is meant and lacks something is an error, never passed over.
 * @throws ConfigurationError for half a configuration, naming what is there, from where, and what is missing.
 */
export function resolveCredential(given: Given, surroundings: SignInSurroundings): Credential {
  const choice = selectCredential(given);
  const { way, why } = choice;
  const missing = way.needs.filter((name) => given[name] === undefined);
  if (missing.length > 0) throw halfConfigured(choice, missing, given);
  const auxiliaryTenantIds = listOf(given.auxiliaryTenantIds?.value ?? "");
  const get: Parts["get"] = (name) => {
    const setting = given[name];
    if (setting === undefined) throw halfConfigured(choice, [name], given);
    return setting;
  };
  return way.create({
    given,
    get,
    why,
    surroundings,
    application: () => ({
      tenantId: get("tenantId"),
      clientId: get("clientId"),
      cloud: cloudOf(given),
      auxiliaryTenantIds,
    }),
    tool: () => ({
      why,
      auxiliaryTenantIds,
      ...(given.tenantId === undefined ? {} : { tenantId: given.tenantId }),
    }),
  });
}
