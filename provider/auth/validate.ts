import { parseEndpoint } from "../transport/endpoint";
import { parseUrl } from "../transport/parseUrl";
import { isLoopback } from "../transport/loopback";
import { cloudNames } from "./clouds";
import { isPemOrPfx } from "./credentials/certificate";
import { isGuid } from "../guid";
import { type ResolvedSettings, listOf, type Setting } from "./resolvedSettings";
import type { SettingName } from "./settingsTable";

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
    return isSafe ? undefined : "must be an https URL (plain http for this machine only)";
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
    try {
      parseEndpoint(value);
      return undefined;
    } catch {
      return "must be an https URL without query (plain http for this machine only)";
    }
  },
  authorityHost: (value) => (parseUrl(value)?.protocol === "https:" ? undefined : "must be an https URL"),
  pollTimeout: (value) =>
    Number(value) > 0 && Number(value) < 1e6 ? undefined : "must be a positive number of seconds",
  maxConcurrency: (value) =>
    /^[1-9]\d{0,2}$/.test(value) ? undefined : "must be a whole number from 1 to 999",
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
  const shown = name === "clientCertificate" ? "" : ` "${value}"`;
  return `${name}${shown} from ${origin} ${reason}`;
}

function oneOf(values: readonly string[]): Check {
  return (value) =>
    values.includes(value.toLowerCase()) ? undefined : `must be one of ${values.join(", ")}`;
}
