import { type ResolvedSettings, isOn } from "./resolvedSettings";
import type { SettingName } from "./settingsTable";
import { type CredentialKind, credentialKinds } from "./credentialKinds";

/** Settings of the tenant and its application; any credential kind may use them, wherever each came from. */
const shared: ReadonlySet<SettingName> = new Set<SettingName>(["clientId", "tenantId"]);

const partsOf = ({ flag, markers, needs, takes }: CredentialKind): readonly SettingName[] =>
  [...(flag === undefined ? [] : [flag]), ...markers, ...needs, ...takes].filter((name) => !shared.has(name));

/**
 * Leaves out credential kinds that the second source gives when the first gives one: the secret of an explicit
 * provider is not overruled by an access token of the environment. What the kind of the first source lacks may come from the
 * second, such as the password of its certificate. A `clientId` of the first source likewise leaves out what does
 * without an application.
 */
export function pickCredential(settings: ResolvedSettings): ResolvedSettings {
  const unused = unusedSettings(settings);
  return Object.fromEntries(
    Object.entries(settings).filter(([name, setting]) => setting.isFirst || !unused.has(name)),
  );
}

function unusedSettings(settings: ResolvedSettings): ReadonlySet<string> {
  const isFirst = (name: SettingName): boolean => settings[name]?.isFirst === true;
  const isMeant = ({ flag, markers }: CredentialKind): boolean =>
    markers.some(isFirst) || (flag !== undefined && isFirst(flag) && isOn(settings[flag]));
  const meant = credentialKinds.filter(isMeant);
  if (meant.length > 0) {
    const used = new Set(meant.flatMap((kind) => usedBy(kind, isFirst)));
    return new Set(credentialKinds.flatMap(partsOf).filter((name) => !used.has(name)));
  }
  if (!isFirst("clientId")) return new Set();
  return new Set(credentialKinds.filter(doesWithoutApplication).flatMap(partsOf));
}

/** Of a kind that has its marker from the first source, no other marker of it from the second. */
function usedBy(kind: CredentialKind, isFirst: (name: SettingName) => boolean): readonly SettingName[] {
  const isMarked = kind.markers.some(isFirst);
  return isMarked ? [...kind.needs, ...kind.takes] : partsOf(kind);
}

const doesWithoutApplication = ({ needs, takes }: CredentialKind): boolean =>
  !needs.includes("clientId") && !takes.includes("clientId");
