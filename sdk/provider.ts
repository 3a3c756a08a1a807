import type { Input, ResourceOptions } from "@pulumi/pulumi";
import { output, ProviderResource, secret } from "@pulumi/pulumi";

/**
 * Which tenant to work in and how to sign in. An argument wins over the environment. What is left out, or is an output without a value,
 * comes from the environment. Stack configuration is not read.
 */
export interface ProviderArgs {
  /** Tenant: its GUID, or a domain of it. */
  readonly tenantId?: Input<string> | undefined;
  /** Client id of the app registration that signs in. */
  readonly clientId?: Input<string> | undefined;
  /** Client secret; kept encrypted in state. */
  readonly clientSecret?: Input<string> | undefined;
  /** Client certificate with its private key, base64 of a PFX or PEM file; kept encrypted in state. */
  readonly clientCertificate?: Input<string> | undefined;
  /** Path of a PFX or PEM file with the client certificate and its private key. */
  readonly clientCertificateFilePath?: Input<string> | undefined;
  /** Password of the certificate or its private key; kept encrypted in state. */
  readonly clientCertificatePassword?: Input<string> | undefined;
  /** Sign in with a federated token, from the source that is set: Azure DevOps, a token, a file, GitHub Actions. */
  readonly useOidc?: Input<boolean> | undefined;
  /** A federated token; kept encrypted in state. It is not renewed: prefer a file or a request URL. */
  readonly oidcToken?: Input<string> | undefined;
  /** Path of a file that holds a federated token; read again whenever a token is needed. */
  readonly oidcTokenFilePath?: Input<string> | undefined;
  /** Where a pipeline gives federated tokens; better left to its environment. */
  readonly oidcRequestUrl?: Input<string> | undefined;
  /** Bearer token for `oidcRequestUrl`; kept encrypted in state. It changes with every job: better left to the environment. */
  readonly oidcRequestToken?: Input<string> | undefined;
  /** Audience that GitHub is asked for. @default that of the cloud's Entra */
  readonly oidcAudience?: Input<string> | undefined;
  /** Id of an Azure DevOps service connection with workload identity federation. */
  readonly azdoServiceConnectionId?: Input<string> | undefined;
  /** Sign in as the managed identity of the machine; with `clientId` as that user-assigned one. @default false */
  readonly useMsi?: Input<boolean> | undefined;
  /** Sign in as the Azure CLI does. @default false */
  readonly useCli?: Input<boolean> | undefined;
  /** Sign in as the Azure Developer CLI does. @default false */
  readonly useDevCli?: Input<boolean> | undefined;
  /** Sign in as Azure PowerShell does. @default false */
  readonly usePowerShell?: Input<boolean> | undefined;
  /** User principal name of a user whose account needs no multifactor authentication. */
  readonly username?: Input<string> | undefined;
  /** Password of the user; kept encrypted in state. */
  readonly password?: Input<string> | undefined;
  /** A user signs in on any device with a code that is shown as a warning. @default false */
  readonly useDeviceCode?: Input<boolean> | undefined;
  /** A user signs in in the browser of this machine. @default false */
  readonly useBrowser?: Input<boolean> | undefined;
  /** A ready-made access token; kept encrypted in state. It cannot be renewed. */
  readonly accessToken?: Input<string> | undefined;
  /** Further tenants that the credential may get tokens for. */
  readonly auxiliaryTenantIds?: Input<Input<string>[]> | undefined;
  /** Ask for tokens that can be revoked at once. @default true */
  readonly enableContinuousAccessEvaluation?: Input<boolean> | undefined;
  /** `public`, `gcc`, `gcchigh`, `dod`, `china`, `ex` or `rx`. @default public */
  readonly cloud?: Input<string> | undefined;
  /** Address of the API instead of the cloud's; plain http on loopback only. */
  readonly endpoint?: Input<string> | undefined;
  /** Token scope instead of the cloud's. */
  readonly scope?: Input<string> | undefined;
  /** Address of Microsoft Entra instead of the cloud's; https only. */
  readonly authorityHost?: Input<string> | undefined;
  /** How long to wait for the service, in seconds; a resource's `timeouts` win. @default 600 */
  readonly pollTimeout?: Input<number> | undefined;
  /** Requests in flight at the same time. @default 8 */
  readonly maxConcurrency?: Input<number> | undefined;
  /** `off`, `info` (a line for each request) or `debug` (waits too). @default off */
  readonly log?: Input<string> | undefined;
}

const secretArgs: ReadonlySet<string> = new Set([
  "clientSecret",
  "clientCertificate",
  "clientCertificatePassword",
  "oidcToken",
  "oidcRequestToken",
  "password",
  "accessToken",
] satisfies (keyof ProviderArgs)[]);

/**
 * A connection to one tenant, for programs that manage several, or that do not want their credentials in stack
 * configuration:
 *
 *     const contoso = new Provider("contoso", { tenantId, clientId, clientSecret });
 *     new EnvironmentGroup("finance", { displayName: "Finance" }, { provider: contoso });
 *
 * Each works in a process of its own. Changing `tenantId` does not move the resources: they are refused, since their
 * ids mean nothing in another tenant.
 */
export class Provider extends ProviderResource {
  constructor(name: string, args: ProviderArgs = {}, options?: ResourceOptions) {
    super("pulumi-nodejs", name, { ...configOf(args), "power-platform:explicit": "true" }, options);
  }
}

/** The dynamic-provider process sees keys with their namespace, as in stack configuration. */
const configOf = (args: ProviderArgs): Record<string, Input<string | undefined>> =>
  Object.fromEntries(Object.entries(textArgs(args)).map(([key, text]) => [`power-platform:${key}`, text]));

/** The arguments that have a value. Provider configuration is text; credentials are secret. */
export function textArgs(args: ProviderArgs): Record<string, Input<string | undefined>> {
  const set = Object.entries(args).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(
    set.map(([key, value]) => {
      const text = output(value as Input<Argument>).apply(textOf);
      return [key, secretArgs.has(key) ? secret(text) : text];
    }),
  );
}

type Argument = string | number | boolean | readonly unknown[] | null | undefined;

/** A list becomes its items with commas between them. What has no value stays without one. */
function textOf(value: Argument): string | undefined {
  if (value === undefined || value === null) return undefined;
  return Array.isArray(value) ? value.filter((item) => item !== undefined && item !== null).join(",") : String(value);
}
