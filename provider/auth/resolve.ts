import { selectCredential } from "./selectCredential";
import { cloudOf } from "./clouds";
import type { Credential } from "./credentials/credential";
import type { Interaction } from "./credentials/interaction";
import { type ResolvedSettings, listOf } from "./resolvedSettings";
import { halfConfigured } from "./incomplete";
import type { Parts } from "./credentialKinds";

/**
 * The credential that the settings mean. A kind that is selected and lacks something is an error, never skipped.
 * @throws ConfigurationError for half a configuration, naming what is there, from where, and what is missing.
 */
export function resolveCredential(settings: ResolvedSettings, interaction: Interaction): Credential {
  const choice = selectCredential(settings);
  const { kind, why } = choice;
  const missing = kind.needs.filter((name) => settings[name] === undefined);
  if (missing.length > 0) throw halfConfigured(choice, missing, settings);
  const auxiliaryTenantIds = listOf(settings.auxiliaryTenantIds?.value ?? "");
  const get: Parts["get"] = (name) => {
    const setting = settings[name];
    if (setting === undefined) throw halfConfigured(choice, [name], settings);
    return setting;
  };
  return kind.create({
    settings,
    get,
    why,
    interaction,
    application: () => ({
      tenantId: get("tenantId"),
      clientId: get("clientId"),
      cloud: cloudOf(settings),
      auxiliaryTenantIds,
    }),
    tool: () => ({
      why,
      auxiliaryTenantIds,
      ...(settings.tenantId === undefined ? {} : { tenantId: settings.tenantId }),
    }),
  });
}
