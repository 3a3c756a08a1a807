import { ConfigurationError } from "../errors";
import { cloudOf } from "./clouds";
import type { Credential } from "./credentials/credential";
import type { SignInSurroundings } from "./credentials/surroundings";
import { type Given, isOff, isOn, listOf } from "./given";
import type { SettingName } from "./settingsTable";
import { type Parts, type Way, ways } from "./ways";

interface Choice {
  readonly way: Way;
  readonly why: string;
}

/**
 * The credential that the settings mean: an access token; the way whose flag is on; the first way of `ways` that has a marker; with
 * nothing of these the Azure CLI. A way that is meant and lacks something is an error, never passed over.
 * @throws ConfigurationError for half a configuration, naming what is there, from where, and what is missing.
 */
export function resolveCredential(given: Given, surroundings: SignInSurroundings): Credential {
  const choice = byAccessToken(given) ?? byFlag(given) ?? byMarker(given) ?? byDefault(given);
  return create(choice, given, surroundings);
}

function byAccessToken({ accessToken }: Given): Choice | undefined {
  const way = ways.find(({ markers }) => markers.includes("accessToken"));
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
  const candidates = ways.filter((way) => way.flag === flag);
  const way = candidates.find((each) => hasMarker(each, given)) ?? candidates.at(-1);
  return way === undefined ? undefined : { way, why: `${given[flag]?.origin ?? flag} is true` };
}

function byMarker(given: Given): Choice | undefined {
  const way = ways.find(
    (each) => hasMarker(each, given) && !(each.flag !== undefined && isOff(given[each.flag])),
  );
  return way === undefined ? undefined : { way, why: `${way.name} is set` };
}

/** Whoever is signed in to the Azure CLI, unless something was meant that nobody can tell. */
function byDefault(given: Given): Choice {
  const { clientId, clientCertificatePassword, useCli } = given;
  if (clientId !== undefined || clientCertificatePassword !== undefined) throw withoutProof(given);
  if (useCli !== undefined) {
    throw new ConfigurationError(
      `There is no way to sign in: ${useCli.origin} is false, and nothing else is set.\n  ${waysOut}`,
    );
  }
  const way = ways.at(-1);
  if (way === undefined) throw new ConfigurationError("There is no way to sign in.");
  return { way, why: "nothing else is set" };
}

function create({ way, why }: Choice, given: Given, surroundings: SignInSurroundings): Credential {
  const missing = way.needs.filter((name) => given[name] === undefined);
  if (missing.length > 0) throw halfConfigured(way, why, missing, given);
  const auxiliaryTenantIds = listOf(given.auxiliaryTenantIds?.value ?? "");
  const get: Parts["get"] = (name) => {
    const setting = given[name];
    if (setting === undefined) throw halfConfigured(way, why, [name], given);
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

const hasMarker = ({ markers }: Way, given: Given): boolean =>
  markers.some((name) => given[name] !== undefined);

const flags: readonly SettingName[] = [
  ...new Set(ways.flatMap(({ flag }) => (flag === undefined ? [] : [flag]))),
];

/** What proves that one is an application, by itself. */
const proofs = [
  "clientSecret",
  "clientCertificate",
  "clientCertificateFilePath",
  "oidcToken",
  "oidcTokenFilePath",
];

const waysOut =
  `Set clientId and tenantId with one of ${proofs.join(", ")}, or with useOidc=true in a pipeline; ` +
  "or useMsi=true in Azure; or useCli=true.";

function withoutProof(given: Given): ConfigurationError {
  const { oidcRequestUrl } = given;
  const hint =
    oidcRequestUrl === undefined
      ? "Set one of these, or useOidc=true in a pipeline, useMsi=true in Azure, or useCli=true to sign in with the Azure CLI all the same."
      : `Set useOidc=true to sign in with a token of the pipeline (its address is in ${oidcRequestUrl.origin}), or set one of these.`;
  return new ConfigurationError(
    `Half of a credential is set: ${known(given)}, but no ${proofs.slice(0, -1).join(", ")} or ${proofs.at(-1) ?? ""}.\n  ${hint}`,
  );
}

function halfConfigured(
  way: Way,
  why: string,
  missing: readonly SettingName[],
  given: Given,
): ConfigurationError {
  const { name, needs, flag, markers, hint } = way;
  const isAskedFor = flag !== undefined && isOn(given[flag]);
  const others = ways.filter((each) => isAskedFor && each.flag === flag).flatMap((each) => each.markers);
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
    ...ways.flatMap(({ markers, takes }) => [...markers, ...takes]),
    ...of,
  ];
  return [...new Set(names)]
    .flatMap((name) => (given[name] === undefined ? [] : [`${name} from ${given[name].origin}`]))
    .join(", ");
}
