import { ConfigurationError } from "../errors";
import { type Given, isOn, type Setting } from "./givenSettings";
import type { SettingName } from "./settingsTable";
import { type CredentialKind, credentialKinds } from "./credentialKinds";

/** What proves that one is an application, by itself. */
const proofs = [
  "clientSecret",
  "clientCertificate",
  "clientCertificateFilePath",
  "oidcToken",
  "oidcTokenFilePath",
];

/** Nothing is set, and the Azure CLI is switched off. */
export const nothingSet = (useCli: Setting): ConfigurationError =>
  new ConfigurationError(
    `There is no way to sign in: ${useCli.origin} is false, and nothing else is set.\n` +
      `  Set clientId and tenantId with one of ${proofs.join(", ")}, or with useOidc=true in a pipeline; or useMsi=true in Azure; or useCli=true.`,
  );

/** An application is named, and nothing proves that one is it. */
export function withoutProof(given: Given): ConfigurationError {
  const { oidcRequestUrl } = given;
  const hint =
    oidcRequestUrl === undefined
      ? "Set one of these, or useOidc=true in a pipeline, useMsi=true in Azure, or useCli=true to sign in with the Azure CLI all the same."
      : `Set useOidc=true to sign in with a token of the pipeline (its address is in ${oidcRequestUrl.origin}), or set one of these.`;
  return new ConfigurationError(
    `Half of a credential is set: ${known(given)}, but no ${proofs.slice(0, -1).join(", ")} or ${proofs.at(-1) ?? ""}.\n  ${hint}`,
  );
}

/** A way is meant and lacks something. Says what, and where the rest came from. */
export function halfConfigured(
  { way, why }: { readonly way: CredentialKind; readonly why: string },
  missing: readonly SettingName[],
  given: Given,
): ConfigurationError {
  const { name, needs, flag, markers, hint } = way;
  const isAskedFor = flag !== undefined && isOn(given[flag]);
  const others = credentialKinds
    .filter((each) => isAskedFor && each.flag === flag)
    .flatMap((each) => each.markers);
  const lines = [
    `Signing in with ${name}${isAskedFor ? ` (${why})` : ""} needs ${list(missing)}. Known: ${known(given, needs) || "nothing of it"}.`,
    ...(hint === undefined ? [] : [hint]),
    ...(markers.length > 0 || others.length === 0
      ? []
      : [`Other sources of a federated token: ${others.join(", ")}.`]),
  ];
  return new ConfigurationError(lines.join("\n  "));
}

const list = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;

/** The parts that are there and where each came from, without their values. */
function known(given: Given, of: readonly SettingName[] = []): string {
  const names: readonly SettingName[] = [
    "clientId",
    "tenantId",
    ...credentialKinds.flatMap(({ markers, takes }) => [...markers, ...takes]),
    ...of,
  ];
  return [...new Set(names)]
    .flatMap((name) => (given[name] === undefined ? [] : [`${name} from ${given[name].origin}`]))
    .join(", ");
}
