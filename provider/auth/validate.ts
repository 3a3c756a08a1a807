import { parseEndpoint } from "../transport/endpoint";
import { parseUrl } from "../transport/parseUrl";
import { isLoopback } from "../transport/loopback";
import { cloudNames } from "./clouds";
import { isPemOrPfx } from "./credentials/certificate";
import { isGuid } from "../guid";
import { type ResolvedSettings, listOf, type Setting } from "./resolvedSettings";
import type { SettingName } from "./settingsTable";

const withoutUser = "must not hold a user or a password";

type Check = (value: string) => string | undefined;

const checks: Readonly<Partial<Record<SettingName, Check>>> = {
  tenantId: (value) =>
    isGuid(value) || /^(?=.{4,253}$)[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(value)
      ? undefined
      : "must be the GUID of the tenant or one of its domains",
  clientCertificate: (value) =>
    isPemOrPfx(Buffer.from(value, "base64")) ? undefined : "must be a PFX or PEM file in base64",
  oidcRequestUrl: (value) => {
    const url = parseUrl(value);
    const isSafe = url?.protocol === "https:" || (url?.protocol === "http:" && isLoopback(url.hostname));
    if (!isSafe) return "must be an https URL (plain http for this machine only)";
    return holdsUser(url) ? withoutUser : undefined;
  },
  useOidc: boolean,
  useMsi: boolean,
  useCli: boolean,
  useDevCli: boolean,
  usePowerShell: boolean,
  useDeviceCode: boolean,
  useBrowser: boolean,
  enableContinuousAccessEvaluation: boolean,
  azdoServiceConnectionId: (value) => (isGuid(value) ? undefined : "must be a GUID"),
  auxiliaryTenantIds: (value) =>
    listOf(value).every((id) => id === "*" || isGuid(id))
      ? undefined
      : "must be GUIDs separated by commas or semicolons",
  cloud: oneOf(cloudNames),
  endpoint: (value) => {
    if (holdsUser(parseUrl(value))) return withoutUser;
    try {
      parseEndpoint(value);
      return undefined;
    } catch {
      return "must be an https URL without query (plain http for this machine only)";
    }
  },
  scope: (value) => (holdsUser(parseUrl(value)) ? withoutUser : undefined),
  authorityHost: (value) => {
    const url = parseUrl(value);
    if (holdsUser(url)) return withoutUser;
    if (url?.protocol !== "https:") return "must be an https URL";
    return url.search === "" && url.hash === "" ? undefined : "must be an https URL without query";
  },
  pollTimeout: (value) =>
    Number(value) > 0 && Number(value) < 1e6 ? undefined : "must be a positive number of seconds",
  maxConcurrency: (value) => (/^[1-9]\d{0,2}$/.test(value) ? undefined : "must be a whole number from 1 to 999"),
  log: oneOf(["off", "info", "debug"]),
};

/** As the Go tools read them whose variables these are. */
function boolean(value: string): string | undefined {
  return /^(?:true|false|1|0)$/i.test(value) ? undefined : "must be true or false";
}

/** What is wrong with each setting, with its origin; secrets are not repeated. */
export function failuresOf(settings: ResolvedSettings): readonly string[] {
  return Object.entries(checks).flatMap(([name, check]) => {
    const setting = settings[name as SettingName];
    const reason = setting === undefined ? undefined : check(setting.value);
    return setting === undefined || reason === undefined ? [] : [line(name, setting, reason)];
  });
}

function line(name: string, { value, origin }: Setting, reason: string): string {
  const shown = name === "clientCertificate" || mayHoldPassword(value) ? "" : ` "${value}"`;
  return `${name}${shown} from ${origin} ${reason}`;
}

const holdsUser = (url: URL | undefined): boolean => url !== undefined && (url.username !== "" || url.password !== "");

/** An address with a user, a query or a fragment, also one that is none. */
const mayHoldPassword = (value: string): boolean => /[@?#]/.test(value);

function oneOf(values: readonly string[]): Check {
  return (value) => (values.includes(value.toLowerCase()) ? undefined : `must be one of ${values.join(", ")}`);
}
