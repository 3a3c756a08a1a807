import { ConfigurationError } from "../errors";
import { type ResolvedSettings, isOn, type Setting } from "./resolvedSettings";
import type { SettingName } from "./settingsTable";
import { type CredentialKind, credentialKinds } from "./credentialKinds";

/** What proves that one is an application, by itself. */
const proofs = ["clientSecret", "clientCertificate", "clientCertificateFilePath", "oidcToken", "oidcTokenFilePath"];

/** Nothing is set, and the Azure CLI is switched off. */
export const nothingSet = (useCli: Setting): ConfigurationError =>
  new ConfigurationError(
    `No credential is configured: ${useCli.origin} is false, and nothing else is set.\n` +
      `  Set clientId and tenantId with one of ${proofs.join(", ")}, or with useOidc=true in a pipeline; or useMsi=true in Azure; or useCli=true.`,
  );

/** An application is named, and nothing proves that one is it. */
export function withoutProof(settings: ResolvedSettings): ConfigurationError {
  const { oidcRequestUrl } = settings;
  const hint =
    oidcRequestUrl === undefined
      ? "Set one of these, or useOidc=true in a pipeline, useMsi=true in Azure, or useCli=true to sign in with the Azure CLI all the same."
      : `Set useOidc=true to sign in with a token of the pipeline (its address is in ${oidcRequestUrl.origin}), or set one of these.`;
  return new ConfigurationError(
    `Half of a credential is set: ${known(settings)}, but no ${proofs.slice(0, -1).join(", ")} or ${proofs.at(-1) ?? ""}.\n  ${hint}`,
  );
}

/** A kind is selected and lacks something. Says what, and where the rest came from. */
export function halfConfigured(
  { kind, why }: { readonly kind: CredentialKind; readonly why: string },
  missing: readonly SettingName[],
  settings: ResolvedSettings,
): ConfigurationError {
  const { name, needs, flag, markers, hints = {} } = kind;
  const isAskedFor = flag !== undefined && isOn(settings[flag]);
  const others = credentialKinds.filter((each) => isAskedFor && each.flag === flag).flatMap((each) => each.markers);
  const lines = [
    `Signing in with ${name}${isAskedFor ? ` (${why})` : ""} needs ${list(missing)}. Known: ${known(settings, needs) || "nothing of it"}.`,
    ...new Set(missing.flatMap((each) => hints[each] ?? [])),
    ...(markers.length > 0 || others.length === 0 ? [] : [`Other sources of a federated token: ${others.join(", ")}.`]),
  ];
  return new ConfigurationError(lines.join("\n  "));
}

const list = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;

/** The parts that are there and where each came from, without their values. */
function known(settings: ResolvedSettings, of: readonly SettingName[] = []): string {
  const names: readonly SettingName[] = [
    "clientId",
    "tenantId",
    ...credentialKinds.flatMap(({ markers, takes }) => [...markers, ...takes]),
    ...of,
  ];
  return [...new Set(names)]
    .flatMap((name) => (settings[name] === undefined ? [] : [`${name} from ${settings[name].origin}`]))
    .join(", ");
}
