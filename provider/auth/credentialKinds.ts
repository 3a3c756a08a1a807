import { accessTokenCredential } from "./credentials/accessToken";
import type { Application } from "./credentials/application";
import { azureCliCredential } from "./credentials/azureCli";
import { azureDeveloperCliCredential } from "./credentials/azureDeveloperCli";
import { azurePipelinesCredential } from "./credentials/azurePipelines";
import { azurePowerShellCredential } from "./credentials/azurePowerShell";
import { clientCertificateCredential } from "./credentials/clientCertificate";
import { clientSecretCredential } from "./credentials/clientSecret";
import type { Credential } from "./credentials/credential";
import { deviceCodeCredential } from "./credentials/deviceCode";
import { gitHubActionsCredential } from "./credentials/gitHubActions";
import { interactiveBrowserCredential } from "./credentials/interactiveBrowser";
import { managedIdentityCredential } from "./credentials/managedIdentity";
import { oidcTokenCredential } from "./credentials/oidcToken";
import { oidcTokenFileCredential } from "./credentials/oidcTokenFile";
import type { Interaction } from "./credentials/interaction";
import { usernamePasswordCredential } from "./credentials/usernamePassword";
import type { DeveloperTool } from "./credentials/developerTool";
import type { DetectedName, ResolvedSettings, Setting } from "./resolvedSettings";
import type { SettingName } from "./settingsTable";

/** What a credential is created from; every setting that its kind needs is there. */
export interface Parts {
  readonly settings: ResolvedSettings;
  /** A setting that is needed. */
  readonly get: (name: SettingName) => Setting;
  /** `clientId`, `tenantId` and the cloud. */
  readonly application: () => Application;
  /** For whoever is signed in to a tool. */
  readonly tool: () => DeveloperTool;
  /** What selects this kind, such as `POWER_PLATFORM_USE_MSI is true`. */
  readonly why: string;
  readonly interaction: Interaction;
}

/** A kind of credential. The docs are generated from these. */
export interface CredentialKind {
  readonly name: string;
  /** Its file among the credentials, and its test. */
  readonly file: string;
  /** When true, selects this kind whatever else is set; when false, rules it out. */
  readonly flag?: SettingName;
  /** One of these selects this kind. */
  readonly markers: readonly SettingName[];
  /** What it cannot do without. */
  readonly needs: readonly SettingName[];
  /** What it uses where it is set. */
  readonly takes: readonly SettingName[];
  /** Its proof belongs to one application or tenant, so that both come from where the proof comes from. */
  readonly isBound?: true;
  /** Says that the job runs where the flag selects this kind, whatever else is missing. */
  readonly host?: DetectedName;
  /** What to do when one of these is missing. */
  readonly hints?: Readonly<Partial<Record<SettingName, string>>>;
  readonly create: (parts: Parts) => Credential;
}

const application = ["clientId", "tenantId"] as const;
const idTokenPermission = "GitHub Actions gives both to a job with the permission `id-token: write`.";
const requestOf = ({ get }: Parts) => ({ url: get("oidcRequestUrl"), token: get("oidcRequestToken") });

/**
 * Every kind, in order of precedence: first those whose flag is on, then those with a marker. Of several kinds with one flag the
 * first that has a marker is selected, else the last.
 */
export const credentialKinds: readonly CredentialKind[] = [
  {
    name: "access token",
    file: "accessToken",
    markers: ["accessToken"],
    needs: ["accessToken"],
    takes: [],
    isBound: true,
    create: ({ get }) => accessTokenCredential(get("accessToken")),
  },
  {
    name: "client secret",
    file: "clientSecret",
    markers: ["clientSecret"],
    needs: [...application, "clientSecret"],
    takes: [],
    isBound: true,
    create: ({ application, get }) => clientSecretCredential(application(), get("clientSecret")),
  },
  {
    name: "client certificate",
    file: "clientCertificate",
    markers: ["clientCertificate", "clientCertificateFilePath"],
    needs: application,
    takes: ["clientCertificatePassword"],
    isBound: true,
    create: ({ application, settings }) =>
      clientCertificateCredential(application(), {
        ...optional("base64", settings.clientCertificate),
        ...optional("filePath", settings.clientCertificateFilePath),
        ...optional("password", settings.clientCertificatePassword),
      }),
  },
  {
    name: "Azure DevOps service connection",
    file: "azurePipelines",
    flag: "useOidc",
    markers: ["azdoServiceConnectionId"],
    needs: [...application, "azdoServiceConnectionId", "oidcRequestUrl", "oidcRequestToken"],
    takes: [],
    isBound: true,
    host: "tfBuild",
    hints: {
      azdoServiceConnectionId:
        "It is the `resourceId` in the address of the service connection's page (Project settings > Service connections).",
      oidcRequestToken: "In Azure DevOps give the step SYSTEM_ACCESSTOKEN: $(System.AccessToken).",
    },
    create: (parts) =>
      azurePipelinesCredential(parts.application(), parts.get("azdoServiceConnectionId"), requestOf(parts)),
  },
  {
    name: "federated token",
    file: "oidcToken",
    flag: "useOidc",
    markers: ["oidcToken"],
    needs: [...application, "oidcToken"],
    takes: [],
    create: ({ application, get }) => oidcTokenCredential(application(), get("oidcToken")),
  },
  {
    name: "federated token file",
    file: "oidcTokenFile",
    flag: "useOidc",
    markers: ["oidcTokenFilePath"],
    needs: [...application, "oidcTokenFilePath"],
    takes: [],
    create: ({ application, get }) => oidcTokenFileCredential(application(), get("oidcTokenFilePath")),
  },
  {
    name: "GitHub Actions",
    file: "gitHubActions",
    flag: "useOidc",
    // Other steps of a job may have them too, so they do not select this kind.
    markers: [],
    needs: [...application, "oidcRequestUrl", "oidcRequestToken"],
    takes: ["oidcAudience"],
    hints: { oidcRequestUrl: idTokenPermission, oidcRequestToken: idTokenPermission },
    create: (parts) => gitHubActionsCredential(parts.application(), requestOf(parts)),
  },
  {
    name: "managed identity",
    file: "managedIdentity",
    flag: "useMsi",
    markers: [],
    needs: [],
    takes: ["clientId"],
    create: ({ settings, why }) => managedIdentityCredential(why, settings.clientId),
  },
  {
    name: "Azure Developer CLI",
    file: "azureDeveloperCli",
    flag: "useDevCli",
    markers: [],
    needs: [],
    takes: ["tenantId"],
    create: ({ tool }) => azureDeveloperCliCredential(tool()),
  },
  {
    name: "Azure PowerShell",
    file: "azurePowerShell",
    flag: "usePowerShell",
    markers: [],
    needs: [],
    takes: ["tenantId"],
    create: ({ tool }) => azurePowerShellCredential(tool()),
  },
  {
    name: "user name and password",
    file: "usernamePassword",
    markers: ["password", "username"],
    needs: [...application, "username", "password"],
    takes: [],
    create: ({ application, get }) => usernamePasswordCredential(application(), get("username"), get("password")),
  },
  {
    name: "device code",
    file: "deviceCode",
    flag: "useDeviceCode",
    markers: [],
    needs: application,
    takes: [],
    create: ({ application, why, interaction }) => deviceCodeCredential(why, application(), interaction),
  },
  {
    name: "browser",
    file: "interactiveBrowser",
    flag: "useBrowser",
    markers: [],
    needs: application,
    takes: [],
    create: ({ application, why, interaction }) => interactiveBrowserCredential(why, application(), interaction),
  },
  {
    // The last, since it is taken when nothing says anything.
    name: "Azure CLI",
    file: "azureCli",
    flag: "useCli",
    markers: [],
    needs: [],
    takes: ["tenantId"],
    create: ({ tool }) => azureCliCredential(tool()),
  },
];

const optional = <K extends string>(key: K, setting: Setting | undefined): Partial<Record<K, Setting>> =>
  setting === undefined ? {} : ({ [key]: setting } as Record<K, Setting>);
