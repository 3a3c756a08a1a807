import {
  argumentsSource,
  type Candidates,
  configurationSource,
  isOn,
  type ResolvedSettings,
  type Setting,
} from "./resolvedSettings";
import { choiceOf } from "./selectCredential";
import type { SettingName } from "./settingsTable";
import { type CredentialKind, credentialKinds } from "./credentialKinds";

/**
 * The settings as they count, with the parts of an identity from one source: a secret with the application that the same
 * variables or the same configuration name. What that source lacks comes from the others in their order: the secret of the
 * environment for an application of stack configuration, the password of a certificate.
 */
export function oneIdentity(candidates: Candidates): ResolvedSettings {
  const settings = withoutOtherSide(withoutLaterFamilies(candidates));
  const kind = choiceOf(settings)?.kind;
  if (kind === undefined) return settings;
  const parts = partsOf(kind, settings, candidates);
  const others = Object.entries(settings).filter(([name]) => !parts.has(name as SettingName));
  return Object.fromEntries([...others, ...[...parts].filter(([, part]) => part !== undefined)]);
}

/** What wins by itself. */
const firstOf = (candidates: Candidates): ResolvedSettings =>
  Object.fromEntries(Object.entries(candidates).map(([name, [first]]) => [name, first]));

/** `POWER_PLATFORM_*`. */
const ownFamily = "POWER";

/** Families of variables in the order in which they count. */
const families: readonly string[] = [ownFamily, "ARM", "AZURE", "AZURESUBSCRIPTION"];

/** What proves that one is an application, and belongs to that application alone. */
const boundProofs: ReadonlySet<string> = new Set(
  credentialKinds
    .filter(({ isBound, needs }) => isBound === true && needs.includes("clientId"))
    .flatMap(({ markers }) => markers),
);

/**
 * Variables of one family that name an application and prove it are an identity of their own. What a later family proves is left
 * out then: the secret of `ARM_*` does not win over the application and certificate of `POWER_PLATFORM_*`.
 */
function withoutLaterFamilies(candidates: Candidates): ResolvedSettings {
  const settings = firstOf(candidates);
  const proven = new Set(
    Object.entries(settings).flatMap(([name, { source }]) => (boundProofs.has(name) ? [source] : [])),
  );
  const own = families.findIndex(
    (family) => proven.has(family) && candidates.clientId?.some(({ source }) => source === family) === true,
  );
  if (own === -1) return settings;
  const isLater = (source: string): boolean => families.indexOf(source) > own;
  return Object.fromEntries(
    Object.entries(settings).filter(([name, { source }]) => !(boundProofs.has(name) && isLater(source))),
  );
}

/** Settings of the tenant and its application; any credential kind may use them, wherever each came from. */
const shared: ReadonlySet<SettingName> = new Set<SettingName>(["clientId", "tenantId"]);

const settingsOf = ({ flag, markers, needs, takes }: CredentialKind): readonly SettingName[] =>
  [...(flag === undefined ? [] : [flag]), ...markers, ...needs, ...takes].filter((name) => !shared.has(name));

/**
 * Leaves out credential kinds that the second side gives when the first gives one: the secret of an explicit provider is not
 * overruled by an access token of the environment. A `clientId` of the first side likewise leaves out what does without an application.
 */
function withoutOtherSide(settings: ResolvedSettings): ResolvedSettings {
  const unused = unusedSettings(settings);
  return Object.fromEntries(Object.entries(settings).filter(([name, setting]) => setting.isFirst || !unused.has(name)));
}

function unusedSettings(settings: ResolvedSettings): ReadonlySet<string> {
  const isFirst = (name: SettingName): boolean => settings[name]?.isFirst === true;
  const isMeant = ({ flag, markers }: CredentialKind): boolean =>
    markers.some(isFirst) || (flag !== undefined && isFirst(flag) && isOn(settings[flag]));
  const meant = credentialKinds.filter(isMeant);
  if (meant.length > 0) {
    const used = new Set(meant.flatMap((kind) => usedBy(kind, isFirst)));
    return new Set(credentialKinds.flatMap(settingsOf).filter((name) => !used.has(name)));
  }
  if (!isFirst("clientId")) return new Set();
  return new Set(credentialKinds.filter(doesWithoutApplication).flatMap(settingsOf));
}

/** Of a kind that has its marker from the first side, no other marker of it from the second. */
function usedBy(kind: CredentialKind, isFirst: (name: SettingName) => boolean): readonly SettingName[] {
  const isMarked = kind.markers.some(isFirst);
  return isMarked ? [...kind.needs, ...kind.takes] : settingsOf(kind);
}

const doesWithoutApplication = ({ needs, takes }: CredentialKind): boolean =>
  !needs.includes("clientId") && !takes.includes("clientId");

/** A part that belongs to another part rather than to the proof. */
const leaders: Readonly<Partial<Record<SettingName, SettingName>>> = {
  tenantId: "clientId",
  oidcRequestToken: "oidcRequestUrl",
  username: "password",
};

const certificates: readonly SettingName[] = ["clientCertificate", "clientCertificateFilePath"];

/** The parts of the credential that is selected, each from where the rest of it came from. */
type Parts = ReadonlyMap<SettingName, Setting | undefined>;

function partsOf(kind: CredentialKind, settings: ResolvedSettings, candidates: Candidates): Parts {
  const { markers, flag, needs, takes } = kind;
  const marker = markers.find((name) => settings[name] !== undefined);
  const anchorName = marker ?? flag;
  const anchor = anchorName === undefined ? undefined : settings[anchorName];
  if (anchorName === undefined || anchor === undefined) return new Map();
  const parts = new Map<SettingName, Setting | undefined>([[anchorName, anchor]]);
  const others = [...needs, ...takes, "clientId", "tenantId"] as const;
  const isTarget = (name: SettingName, each: Setting): boolean =>
    name === "tenantId" && anchor.source !== configurationSource && isTenantAlone(each, candidates);
  // Leaders first.
  for (const name of [...new Set<SettingName>([...others.filter((each) => leaders[each] === undefined), ...others])]) {
    if (parts.has(name)) continue;
    const leader = leaders[name];
    const led = leader !== undefined && needs.includes(leader) ? parts.get(leader) : undefined;
    const rank = (each: Setting): number =>
      isTarget(name, each) ? 0 : rankOf(each, { anchor, led, isBound: kind.isBound === true });
    const [best] = (candidates[name] ?? [])
      .filter((each) => name !== "clientCertificatePassword" || !isOfOther(each, anchor, candidates))
      .sort((a, b) => rank(a) - rank(b));
    parts.set(name, best);
  }
  return parts;
}

interface Company {
  readonly anchor: Setting;
  readonly led: Setting | undefined;
  readonly isBound: boolean;
}

/** The nearer to what the part belongs to, the earlier. */
function rankOf({ source, isFirst }: Setting, { anchor, led, isBound }: Company): number {
  if (source === argumentsSource) return 0;
  if (isBound && source === anchor.source) return 1;
  if (source === led?.source) return 2;
  return isFirst === anchor.isFirst ? 3 : 4;
}

/** Whether it is our own variable for the tenant without one for an application: where another tool's application is to work. */
const isTenantAlone = ({ source }: Setting, { clientId = [] }: Candidates): boolean =>
  source === ownFamily && !clientId.some((each) => each.source === ownFamily);

/** Our own variables for application and tenant that are not used although they say something else: nobody else has them set. */
export const unusedVariables = (candidates: Candidates, resolved: ResolvedSettings): readonly string[] =>
  [...shared].flatMap((name) => {
    const used = resolved[name];
    const own = candidates[name]?.find(({ source }) => source === ownFamily);
    const isUnused =
      used !== undefined && used.source !== argumentsSource && used.value.toLowerCase() !== own?.value.toLowerCase();
    return own !== undefined && isUnused
      ? [`${own.origin} is not used: the credential has its ${name} from ${used.origin}`]
      : [];
  });

/** Whether a password stands beside a certificate of its own, and so is not that of this one. */
const isOfOther = ({ source }: Setting, anchor: Setting, candidates: Candidates): boolean =>
  source !== anchor.source &&
  certificates.some((name) => candidates[name]?.some((each) => each.source === source) === true);
