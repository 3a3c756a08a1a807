import { ConfigurationError } from "../errors";
import { cloudOf } from "./clouds";
import { accessTokenCredential } from "./credentials/accessToken";
import type { Application } from "./credentials/application";
import { azureCliCredential } from "./credentials/azureCli";
import { clientCertificateCredential } from "./credentials/clientCertificate";
import { clientSecretCredential } from "./credentials/clientSecret";
import type { Credential } from "./credentials/credential";
import { workloadIdentityTokenFileCredential } from "./credentials/workloadIdentityTokenFile";
import type { Given, Setting } from "./given";
import type { SettingName } from "./settingsTable";

/** A way of signing in, and what says that it is meant. */
interface Way {
  readonly name: string;
  readonly isMeant: (given: Given) => boolean;
  readonly create: (given: Given) => Credential;
}

/** The order, first one wins. A way that is meant and lacks something is an error, never passed over. */
const ways: readonly Way[] = [
  {
    name: "access token",
    isMeant: ({ accessToken }) => accessToken !== undefined,
    create: (given) => accessTokenCredential(need(given, "accessToken", "access token")),
  },
  {
    name: "Azure CLI",
    isMeant: ({ useCli }) => useCli?.value.toLowerCase() === "true",
    create: ({ useCli, tenantId }) => azureCliCredential(`${useCli?.origin ?? ""} is true`, tenantId),
  },
  {
    name: "client secret",
    isMeant: ({ clientSecret }) => clientSecret !== undefined,
    create: (given) =>
      clientSecretCredential(
        applicationOf(given, "client secret"),
        need(given, "clientSecret", "client secret"),
      ),
  },
  {
    name: "client certificate",
    isMeant: ({ clientCertificate, clientCertificateFilePath }) =>
      clientCertificate !== undefined || clientCertificateFilePath !== undefined,
    create: (given) =>
      clientCertificateCredential(applicationOf(given, "client certificate"), {
        ...optional("base64", given.clientCertificate),
        ...optional("filePath", given.clientCertificateFilePath),
        ...optional("password", given.clientCertificatePassword),
      }),
  },
  {
    name: "federated token file",
    isMeant: ({ oidcTokenFilePath }) => oidcTokenFilePath !== undefined,
    create: (given) =>
      workloadIdentityTokenFileCredential(
        applicationOf(given, "federated token file"),
        need(given, "oidcTokenFilePath", "federated token file"),
      ),
  },
];

/**
 * The credential that the settings mean: access token, Azure CLI where `useCli` is true, client secret, client certificate,
 * federated token file; with nothing of these the Azure CLI.
 * @throws ConfigurationError for half a configuration, naming what is there, from where, and what is missing.
 */
export function resolveCredential(given: Given): Credential {
  const way = ways.find(({ isMeant }) => isMeant(given));
  if (way !== undefined) return way.create(given);
  const { clientId, clientCertificatePassword, useCli } = given;
  if (clientId !== undefined || clientCertificatePassword !== undefined) throw withoutProof(given);
  if (useCli !== undefined) {
    throw new ConfigurationError(
      `There is no way to sign in: ${useCli.origin} is false, and nothing else is set.\n  ${waysOut}`,
    );
  }
  return azureCliCredential("nothing else is set", given.tenantId);
}

const waysOut =
  "Set clientId and tenantId with one of clientSecret, clientCertificate, clientCertificateFilePath or oidcTokenFilePath; or accessToken; or useCli=true.";

function withoutProof(given: Given): ConfigurationError {
  return new ConfigurationError(
    `Half of a credential is set: ${known(given)}, but no clientSecret, clientCertificate, clientCertificateFilePath or oidcTokenFilePath.\n` +
      "  Set one of these, or useCli=true to sign in with the Azure CLI all the same.",
  );
}

function applicationOf(given: Given, way: string): Application {
  const missing = (["clientId", "tenantId"] as const).filter((name) => given[name] === undefined);
  if (missing.length > 0) {
    throw new ConfigurationError(
      `Signing in with a ${way} needs ${missing.join(" and ")}. Known: ${known(given)}.`,
    );
  }
  return {
    tenantId: need(given, "tenantId", way),
    clientId: need(given, "clientId", way),
    cloud: cloudOf(given),
  };
}

function need(given: Given, name: SettingName, way: string): Setting {
  const setting = given[name];
  if (setting === undefined) throw new ConfigurationError(`Signing in with a ${way} needs ${name}.`);
  return setting;
}

const optional = <K extends string>(key: K, setting: Setting | undefined): Partial<Record<K, Setting>> =>
  setting === undefined ? {} : ({ [key]: setting } as Record<K, Setting>);

const partNames: readonly SettingName[] = [
  "clientId",
  "tenantId",
  "clientSecret",
  "clientCertificate",
  "clientCertificateFilePath",
  "clientCertificatePassword",
  "oidcTokenFilePath",
];

/** The parts that are there and where each came from, without their values. */
function known(given: Given): string {
  return partNames
    .flatMap((name) => (given[name] === undefined ? [] : [`${name} from ${given[name].origin}`]))
    .join(", ");
}
