import { ConfigurationError } from "../errors";
import { type Given, isOff, isOn } from "./givenSettings";
import { nothingSet, withoutProof } from "./incomplete";
import type { SettingName } from "./settingsTable";
import { type CredentialKind, credentialKinds } from "./credentialKinds";

export interface Choice {
  readonly way: CredentialKind;
  /** What says that it is meant, such as `POWER_PLATFORM_USE_MSI is true`. */
  readonly why: string;
}

/**
 * The way of signing in that the settings mean: an access token; the way whose flag is on; the first way of `ways` that has a
 * marker; with nothing of these the Azure CLI.
 * @throws ConfigurationError when two flags are on, or when something was meant that nobody can tell.
 */
export const selectCredential = (given: Given): Choice =>
  byAccessToken(given) ?? byFlag(given) ?? byMarker(given) ?? byDefault(given);

function byAccessToken({ accessToken }: Given): Choice | undefined {
  const way = credentialKinds.find(({ markers }) => markers.includes("accessToken"));
  return accessToken === undefined || way === undefined ? undefined : { way, why: "accessToken is set" };
}

function byFlag(given: Given): Choice | undefined {
  const on = flags.filter((flag) => isOn(given[flag]));
  const [flag, another] = on;
  if (flag === undefined) return undefined;
  if (another !== undefined) {
    throw new ConfigurationError(
      `More than one way to sign in is asked for: ${on.map((name) => `${name} by ${given[name]?.origin ?? ""}`).join(", ")}.\n` +
        "  Leave one of them.",
    );
  }
  const candidates = credentialKinds.filter((way) => way.flag === flag);
  const way = candidates.find((each) => hasMarker(each, given)) ?? candidates.at(-1);
  return way === undefined ? undefined : { way, why: `${given[flag]?.origin ?? flag} is true` };
}

function byMarker(given: Given): Choice | undefined {
  const way = credentialKinds.find(
    (each) => hasMarker(each, given) && !(each.flag !== undefined && isOff(given[each.flag])),
  );
  return way === undefined ? undefined : { way, why: `${way.name} is set` };
}

/** Whoever is signed in to the Azure CLI, unless something was meant that nobody can tell. */
function byDefault(given: Given): Choice {
  const { clientId, clientCertificatePassword, useCli } = given;
  if (clientId !== undefined || clientCertificatePassword !== undefined) throw withoutProof(given);
  if (useCli !== undefined) {
    throw nothingSet(useCli);
  }
  const way = credentialKinds.at(-1);
  if (way === undefined) throw new ConfigurationError("There is no way to sign in.");
  return { way, why: "nothing else is set" };
}

const hasMarker = ({ markers }: CredentialKind, given: Given): boolean =>
  markers.some((name) => given[name] !== undefined);

const flags: readonly SettingName[] = [
  ...new Set(credentialKinds.flatMap(({ flag }) => (flag === undefined ? [] : [flag]))),
];
