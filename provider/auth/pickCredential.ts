import { type Given, isOn } from "./givenSettings";
import type { SettingName } from "./settingsTable";
import { type CredentialKind, credentialKinds } from "./credentialKinds";

/** Settings of the tenant and its application; any way may use them, wherever each came from. */
const shared: ReadonlySet<SettingName> = new Set<SettingName>(["clientId", "tenantId"]);

const partsOf = ({ flag, markers, needs, takes }: CredentialKind): readonly SettingName[] =>
  [...(flag === undefined ? [] : [flag]), ...markers, ...needs, ...takes].filter((name) => !shared.has(name));

/**
 * Leaves out ways of signing in that the second source gives when the first gives one: the secret of an explicit
 * provider is not overruled by an access token of the environment. What the way of the first source lacks may come from the
 * second, such as the password of its certificate. A `clientId` of the first source likewise leaves out what does
 * without an application.
 */
export function pickCredential(given: Given): Given {
  const unused = unusedSettings(given);
  return Object.fromEntries(
    Object.entries(given).filter(([name, setting]) => setting.isFirst || !unused.has(name)),
  );
}

function unusedSettings(given: Given): ReadonlySet<string> {
  const isFirst = (name: SettingName): boolean => given[name]?.isFirst === true;
  const isMeant = ({ flag, markers }: CredentialKind): boolean =>
    markers.some(isFirst) || (flag !== undefined && isFirst(flag) && isOn(given[flag]));
  const meant = credentialKinds.filter(isMeant);
  if (meant.length > 0) {
    const used = new Set(meant.flatMap((way) => usedBy(way, isFirst)));
    return new Set(credentialKinds.flatMap(partsOf).filter((name) => !used.has(name)));
  }
  if (!isFirst("clientId")) return new Set();
  return new Set(credentialKinds.filter(doesWithoutApplication).flatMap(partsOf));
}

/** Of a way that has its marker from the first source, no other marker of it from the second. */
function usedBy(way: CredentialKind, isFirst: (name: SettingName) => boolean): readonly SettingName[] {
  const isMarked = way.markers.some(isFirst);
  return isMarked ? [...way.needs, ...way.takes] : partsOf(way);
}

const doesWithoutApplication = ({ needs, takes }: CredentialKind): boolean =>
  !needs.includes("clientId") && !takes.includes("clientId");
