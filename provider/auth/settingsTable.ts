/** One thing that can be set. The docs are generated from this table. */
export interface SettingRow {
  readonly name: string;
  /** Environment variables, first one wins. */
  readonly env: readonly string[];
  /** Variables that count with `useOidc` only: a task of Azure DevOps sets them for every script that it runs. */
  readonly oidcEnv?: readonly string[];
  /** Key of stack configuration and argument of an explicit provider. */
  readonly config: `power-platform:${string}`;
  /** Its value is blanked out wherever it would be printed. */
  readonly secret?: true;
  /** Spaces at its ends are part of it. */
  readonly verbatim?: true;
  /** A token that may be written with `Bearer` before it, as in a header. */
  readonly bearer?: true;
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
    oidcEnv: ["AZURESUBSCRIPTION_TENANT_ID"],
    config: "power-platform:tenantId",
    description: "Entra tenant: its GUID, or a domain such as `contoso.onmicrosoft.com`.",
  },
  {
    name: "clientId",
    env: ["POWER_PLATFORM_CLIENT_ID", "ARM_CLIENT_ID", "AZURE_CLIENT_ID"],
    oidcEnv: ["AZURESUBSCRIPTION_CLIENT_ID"],
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
    description: "Client certificate with its private key: a PFX (PKCS #12) or PEM file in base64.",
  },
  {
    name: "clientCertificateFilePath",
    env: [
      "POWER_PLATFORM_CLIENT_CERTIFICATE_FILE_PATH",
      "ARM_CLIENT_CERTIFICATE_PATH",
      "AZURE_CLIENT_CERTIFICATE_PATH",
    ],
    config: "power-platform:clientCertificateFilePath",
    description: "Path of a PFX (PKCS #12) or PEM file with the client certificate and its private key.",
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
    verbatim: true,
    description: "Password of the certificate or of its private key, where it has one.",
  },
  {
    name: "useOidc",
    env: ["POWER_PLATFORM_USE_OIDC", "ARM_USE_OIDC"],
    config: "power-platform:useOidc",
    description:
      "`true`: sign in with a federated token, from the source that is set (Azure DevOps, a token, a token file, GitHub Actions). `false`: never.",
  },
  {
    name: "oidcToken",
    env: ["POWER_PLATFORM_OIDC_TOKEN", "ARM_OIDC_TOKEN"],
    config: "power-platform:oidcToken",
    secret: true,
    bearer: true,
    description: "Federated token. It is short-lived and not renewed: prefer a file or a request URL.",
  },
  {
    name: "oidcTokenFilePath",
    env: ["POWER_PLATFORM_OIDC_TOKEN_FILE_PATH", "ARM_OIDC_TOKEN_FILE_PATH", "AZURE_FEDERATED_TOKEN_FILE"],
    config: "power-platform:oidcTokenFilePath",
    description:
      "Path of a file with a federated token, as Kubernetes, GitLab and HCP give it. Read anew for every sign-in.",
  },
  {
    name: "oidcRequestUrl",
    env: [
      "POWER_PLATFORM_OIDC_REQUEST_URL",
      "POWER_PLATFORM_OIDC_REQUEST_URI",
      "ARM_OIDC_REQUEST_URL",
      "ACTIONS_ID_TOKEN_REQUEST_URL",
      "SYSTEM_OIDCREQUESTURI",
    ],
    config: "power-platform:oidcRequestUrl",
    description:
      "Where federated tokens are asked for. GitHub Actions sets it in a job with the permission `id-token: write`, Azure DevOps in every job.",
  },
  {
    name: "oidcRequestToken",
    env: [
      "POWER_PLATFORM_OIDC_REQUEST_TOKEN",
      "ARM_OIDC_REQUEST_TOKEN",
      "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
      "SYSTEM_ACCESSTOKEN",
    ],
    config: "power-platform:oidcRequestToken",
    secret: true,
    bearer: true,
    description:
      "Bearer token for `oidcRequestUrl`. Of Azure DevOps `$(System.AccessToken)`, which a step has to be given.",
  },
  {
    name: "oidcAudience",
    env: ["POWER_PLATFORM_OIDC_AUDIENCE"],
    config: "power-platform:oidcAudience",
    description: "Audience that GitHub is asked for. Default: that of the cloud's Entra.",
  },
  {
    name: "azdoServiceConnectionId",
    env: [
      "POWER_PLATFORM_AZDO_SERVICE_CONNECTION_ID",
      "ARM_ADO_PIPELINE_SERVICE_CONNECTION_ID",
      "ARM_OIDC_AZURE_SERVICE_CONNECTION_ID",
    ],
    oidcEnv: ["AZURESUBSCRIPTION_SERVICE_CONNECTION_ID"],
    config: "power-platform:azdoServiceConnectionId",
    description: "Id of an Azure DevOps service connection with workload identity federation.",
  },
  {
    name: "useMsi",
    env: ["POWER_PLATFORM_USE_MSI", "ARM_USE_MSI"],
    config: "power-platform:useMsi",
    description:
      "`true`: sign in as the managed identity of this machine in Azure; with `clientId` as that user-assigned one.",
  },
  {
    name: "useCli",
    env: ["POWER_PLATFORM_USE_CLI", "ARM_USE_CLI"],
    config: "power-platform:useCli",
    description:
      "`true`: sign in as whoever is signed in to the Azure CLI, whatever else is set but an access token. `false`: never. Unset: when nothing else is set.",
  },
  {
    name: "useDevCli",
    env: ["POWER_PLATFORM_USE_DEV_CLI", "ARM_USE_DEV_CLI"],
    config: "power-platform:useDevCli",
    description: "`true`: sign in as whoever is signed in to the Azure Developer CLI (`azd`).",
  },
  {
    name: "usePowerShell",
    env: ["POWER_PLATFORM_USE_POWER_SHELL"],
    config: "power-platform:usePowerShell",
    description: "`true`: sign in as whoever is signed in to Azure PowerShell (`Connect-AzAccount`).",
  },
  {
    name: "username",
    env: ["POWER_PLATFORM_USERNAME", "AZURE_USERNAME"],
    config: "power-platform:username",
    description:
      "User principal name of a user. Its account must not need multifactor authentication, which Entra demands of administrators.",
  },
  {
    name: "password",
    env: ["POWER_PLATFORM_PASSWORD", "AZURE_PASSWORD"],
    config: "power-platform:password",
    secret: true,
    verbatim: true,
    description: "Password of the user.",
  },
  {
    name: "useDeviceCode",
    env: ["POWER_PLATFORM_USE_DEVICE_CODE"],
    config: "power-platform:useDeviceCode",
    description: "`true`: a user signs in on any device with a code that is shown as a warning.",
  },
  {
    name: "useBrowser",
    env: ["POWER_PLATFORM_USE_BROWSER"],
    config: "power-platform:useBrowser",
    description: "`true`: a user signs in in the browser of this machine. Refused where there is no terminal.",
  },
  {
    name: "accessToken",
    env: ["POWER_PLATFORM_ACCESS_TOKEN"],
    config: "power-platform:accessToken",
    secret: true,
    bearer: true,
    description: "A bearer token for the API. It cannot be renewed, so the run ends when it expires.",
  },
  {
    name: "auxiliaryTenantIds",
    env: ["POWER_PLATFORM_AUXILIARY_TENANT_IDS", "ARM_AUXILIARY_TENANT_IDS"],
    config: "power-platform:auxiliaryTenantIds",
    description:
      "Further tenants that the credential may get tokens for, GUIDs separated by commas or semicolons; `*` for any.",
  },
  {
    name: "enableContinuousAccessEvaluation",
    env: ["POWER_PLATFORM_ENABLE_CONTINUOUS_ACCESS_EVALUATION", "POWER_PLATFORM_ENABLE_CAE"],
    config: "power-platform:enableContinuousAccessEvaluation",
    description:
      "Ask Entra for tokens that can be revoked at once (continuous access evaluation), as Azure's SDKs do. Default: true.",
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
