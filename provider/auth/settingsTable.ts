/** One thing that can be set. The docs are generated from this table. */
export interface SettingRow {
  readonly name: string;
  /** Environment variables, first one wins. */
  readonly env: readonly string[];
  /** Key of stack configuration and argument of an explicit provider. */
  readonly config: `power-platform:${string}`;
  /** Its value is blanked out wherever it would be printed. */
  readonly secret?: true;
  readonly description: string;
}

/**
 * Every setting. `POWER_PLATFORM_*` comes first; `ARM_*` and `AZURE_*` are the names of Microsoft's Terraform provider and
 * SDKs, so that a pipeline can move over unchanged.
 */
export const settingsTable = [
  {
    name: "tenantId",
    env: ["POWER_PLATFORM_TENANT_ID", "ARM_TENANT_ID", "AZURE_TENANT_ID"],
    config: "power-platform:tenantId",
    description: "Entra tenant: its GUID, or a domain such as `contoso.onmicrosoft.com`.",
  },
  {
    name: "clientId",
    env: ["POWER_PLATFORM_CLIENT_ID", "ARM_CLIENT_ID", "AZURE_CLIENT_ID"],
    config: "power-platform:clientId",
    description: "Application (client) id of the app registration that signs in.",
  },
  {
    name: "clientSecret",
    env: ["POWER_PLATFORM_CLIENT_SECRET", "ARM_CLIENT_SECRET", "AZURE_CLIENT_SECRET"],
    config: "power-platform:clientSecret",
    secret: true,
    description: "Client secret: its value, not its id.",
  },
  {
    name: "clientCertificate",
    env: ["POWER_PLATFORM_CLIENT_CERTIFICATE", "ARM_CLIENT_CERTIFICATE"],
    config: "power-platform:clientCertificate",
    secret: true,
    description: "Client certificate with its private key: a PEM file in base64.",
  },
  {
    name: "clientCertificateFilePath",
    env: [
      "POWER_PLATFORM_CLIENT_CERTIFICATE_FILE_PATH",
      "ARM_CLIENT_CERTIFICATE_PATH",
      "AZURE_CLIENT_CERTIFICATE_PATH",
    ],
    config: "power-platform:clientCertificateFilePath",
    description: "Path of a PEM file with the client certificate and its private key.",
  },
  {
    name: "clientCertificatePassword",
    env: [
      "POWER_PLATFORM_CLIENT_CERTIFICATE_PASSWORD",
      "ARM_CLIENT_CERTIFICATE_PASSWORD",
      "AZURE_CLIENT_CERTIFICATE_PASSWORD",
    ],
    config: "power-platform:clientCertificatePassword",
    secret: true,
    description: "Password of the private key, where it has one.",
  },
  {
    name: "oidcTokenFilePath",
    env: ["POWER_PLATFORM_OIDC_TOKEN_FILE_PATH", "ARM_OIDC_TOKEN_FILE_PATH", "AZURE_FEDERATED_TOKEN_FILE"],
    config: "power-platform:oidcTokenFilePath",
    description:
      "Path of a file with the token of a federated identity, as Kubernetes and GitLab give it. Read anew for every sign-in.",
  },
  {
    name: "useCli",
    env: ["POWER_PLATFORM_USE_CLI", "ARM_USE_CLI"],
    config: "power-platform:useCli",
    description:
      "`true`: sign in as whoever is signed in to the Azure CLI, whatever else is set but an access token. `false`: never. Unset: when nothing else is set.",
  },
  {
    name: "accessToken",
    env: ["POWER_PLATFORM_ACCESS_TOKEN"],
    config: "power-platform:accessToken",
    secret: true,
    description: "A bearer token for the API. It cannot be renewed, so the run ends when it expires.",
  },
  {
    name: "cloud",
    env: ["POWER_PLATFORM_CLOUD"],
    config: "power-platform:cloud",
    description: "public, gcc, gcchigh, dod, china, ex or rx. Default: public.",
  },
  {
    name: "endpoint",
    env: ["POWER_PLATFORM_ENDPOINT"],
    config: "power-platform:endpoint",
    description: "Address of the API, in place of the cloud's. Plain http for this machine only.",
  },
  {
    name: "scope",
    env: ["POWER_PLATFORM_SCOPE"],
    config: "power-platform:scope",
    description: "Scope that tokens are asked for, in place of the cloud's.",
  },
  {
    name: "authorityHost",
    env: ["POWER_PLATFORM_AUTHORITY_HOST", "AZURE_AUTHORITY_HOST"],
    config: "power-platform:authorityHost",
    description: "Address of Entra, in place of the cloud's. It is trusted as it is, so it must be https.",
  },
  {
    name: "pollTimeout",
    env: ["POWER_PLATFORM_POLL_TIMEOUT"],
    config: "power-platform:pollTimeout",
    description: "Seconds to wait for the service to finish a change. Default: 600.",
  },
  {
    name: "maxConcurrency",
    env: ["POWER_PLATFORM_MAX_CONCURRENCY"],
    config: "power-platform:maxConcurrency",
    description: "Requests in flight at a time. Default: 8.",
  },
  {
    name: "log",
    env: ["POWER_PLATFORM_LOG"],
    config: "power-platform:log",
    description: "off, info (a line for each request) or debug (waits too). Default: off.",
  },
] as const satisfies readonly SettingRow[];

export type SettingName = (typeof settingsTable)[number]["name"];
