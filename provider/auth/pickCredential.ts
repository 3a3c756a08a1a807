import type { Given } from "./given";
import type { SettingName } from "./settingsTable";

/** What only one way of signing in uses. */
export const credentialSettings = [
  "accessToken",
  "clientSecret",
  "clientCertificate",
  "clientCertificateFilePath",
  "clientCertificatePassword",
  "oidcTokenFilePath",
] as const satisfies readonly SettingName[];

/** Settings that by themselves say which way of signing in is meant. */
const markers: readonly SettingName[] = credentialSettings.filter(
  (name) => name !== "clientCertificatePassword",
);

/** Ways of signing in that do without an application. */
const withoutApplication: readonly SettingName[] = ["accessToken", "useCli"];

/**
 * Leaves out ways of signing in that the second source gives when the first gives one: the secret of an explicit
 * provider is not overruled by an access token of the environment. A `clientId` of the first source likewise leaves
 * out what does without an application.
 */
export function pickCredential(given: Given): Given {
  const isUnused = unusedSettings(given);
  return Object.fromEntries(
    Object.entries(given).filter(([name, setting]) => setting.isFirst || !isUnused.has(name)),
  );
}

function unusedSettings(given: Given): ReadonlySet<string> {
  const isFirst = (name: SettingName): boolean => given[name]?.isFirst === true;
  const asksForCli = isFirst("useCli") && given.useCli?.value.toLowerCase() === "true";
  if (!asksForCli && !markers.some(isFirst)) return new Set(isFirst("clientId") ? withoutApplication : []);
  const unused = new Set<string>(["useCli", ...credentialSettings]);
  // The password goes with the certificate wherever each came from: a secret may be left to the environment.
  if (isFirst("clientCertificate") || isFirst("clientCertificateFilePath"))
    unused.delete("clientCertificatePassword");
  return unused;
}
