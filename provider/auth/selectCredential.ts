import { ConfigurationError } from "../errors";
import { type ResolvedSettings, isOff, isOn } from "./resolvedSettings";
import { nothingSet, withoutProof } from "./incomplete";
import type { SettingName } from "./settingsTable";
import { type CredentialKind, credentialKinds } from "./credentialKinds";

export interface Choice {
  readonly kind: CredentialKind;
  /** What selects it, such as `POWER_PLATFORM_USE_MSI is true`. */
  readonly why: string;
}

/**
 * The credential kind that the settings select: an access token; the kind whose flag is on; the first of `credentialKinds` that has a
 * marker; with nothing of these the Azure CLI.
 * @throws ConfigurationError when two flags are on, or when something was meant that nobody can tell.
 */
export function selectCredential(settings: ResolvedSettings): Choice {
  const on = flagsOn(settings);
  if (settings.accessToken === undefined && on.length > 1) {
    throw new ConfigurationError(
      `More than one credential kind is switched on: ${on.map((name) => `${name} by ${settings[name]?.origin ?? ""}`).join(", ")}.\n` +
        "  Leave one of them.",
    );
  }
  return choiceOf(settings) ?? byDefault(settings);
}

/** The same, `undefined` where nothing selects one. */
export function choiceOf(settings: ResolvedSettings): Choice | undefined {
  return byAccessToken(settings) ?? byFlag(settings) ?? byMarker(settings);
}

function byAccessToken({ accessToken }: ResolvedSettings): Choice | undefined {
  const kind = credentialKinds.find(({ markers }) => markers.includes("accessToken"));
  return accessToken === undefined || kind === undefined ? undefined : { kind, why: "accessToken is set" };
}

function byFlag(settings: ResolvedSettings): Choice | undefined {
  const [flag] = flagsOn(settings);
  if (flag === undefined) return undefined;
  const candidates = credentialKinds.filter((kind) => kind.flag === flag);
  const kind =
    candidates.find((each) => hasMarker(each, settings)) ??
    candidates.find(({ host }) => host !== undefined && settings[host] !== undefined) ??
    candidates.at(-1);
  return kind === undefined ? undefined : { kind, why: `${settings[flag]?.origin ?? flag} is true` };
}

function byMarker(settings: ResolvedSettings): Choice | undefined {
  const kind = credentialKinds.find(
    (each) => hasMarker(each, settings) && !(each.flag !== undefined && isOff(settings[each.flag])),
  );
  return kind === undefined ? undefined : { kind, why: `${kind.name} is set` };
}

/** Whoever is signed in to the Azure CLI, unless something was meant that nobody can tell. */
function byDefault(settings: ResolvedSettings): Choice {
  const { clientId, clientCertificatePassword, useCli } = settings;
  if (clientId !== undefined || clientCertificatePassword !== undefined) throw withoutProof(settings);
  if (useCli !== undefined) {
    throw nothingSet(useCli);
  }
  const kind = credentialKinds.at(-1);
  if (kind === undefined) throw new ConfigurationError("No credential kind is left.");
  return { kind, why: "nothing else is set" };
}

const hasMarker = ({ markers }: CredentialKind, settings: ResolvedSettings): boolean =>
  markers.some((name) => settings[name] !== undefined);

const flagsOn = (settings: ResolvedSettings): readonly SettingName[] => flags.filter((flag) => isOn(settings[flag]));

const flags: readonly SettingName[] = [
  ...new Set(credentialKinds.flatMap(({ flag }) => (flag === undefined ? [] : [flag]))),
];
