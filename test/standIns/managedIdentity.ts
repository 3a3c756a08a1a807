import { forgetManagedIdentity } from "./forgetManagedIdentity";
import { type GivenToken, giveToken } from "./giveToken";
import { startTokenServer } from "./server";
import type { GiveToken, ReceivedRequest, Reply, StandInServer } from "./standIn";

export interface ManagedIdentityOptions {
  /** Which of Azure's endpoints: that of App Service and Container Apps, or that of virtual machines. */
  readonly form: "appService" | "imds";
  readonly token: GiveToken;
  /** @default true */
  readonly hasSystemAssigned?: boolean;
  /** Client ids of user-assigned identities. @default none */
  readonly clientIds?: readonly string[];
}

interface Form {
  readonly path: string;
  readonly apiVersion: string;
  readonly isFromInside: (request: ReceivedRequest) => boolean;
  readonly env: (url: string) => Readonly<Record<string, string>>;
  readonly refuse: (status: number, message: string) => Reply;
  readonly notInside: readonly [status: number, message: string];
  readonly unknownIdentity: string;
  readonly grant: (given: GivenToken, resource: string) => object;
}

const identityHeader = "stand-in-identity-header";
const seconds = (ms: number): string => String(Math.floor(ms / 1_000));

const forms: Readonly<Record<ManagedIdentityOptions["form"], Form>> = {
  /** https://learn.microsoft.com/azure/app-service/overview-managed-identity#rest-endpoint-reference */
  appService: {
    path: "/msi/token",
    apiVersion: "2019-08-01",
    isFromInside: ({ headers }) => headers["x-identity-header"] === identityHeader,
    env: (url) => ({ IDENTITY_ENDPOINT: `${url}/msi/token`, IDENTITY_HEADER: identityHeader }),
    refuse: (status, message) => ({ status, body: { statusCode: status, message } }),
    notInside: [401, "The X-IDENTITY-HEADER is missing or wrong."],
    unknownIdentity:
      "No User Assigned or Delegated Managed Identity found for specified ClientId/ResourceId/PrincipalId.",
    grant: ({ token, expiresAtMs }, resource) => ({
      access_token: token,
      expires_on: seconds(expiresAtMs),
      resource,
      token_type: "Bearer",
    }),
  },
  /** https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token */
  imds: {
    path: "/metadata/identity/oauth2/token",
    apiVersion: "2018-02-01",
    isFromInside: ({ headers }) => headers.metadata === "true",
    env: (url) => ({ AZURE_POD_IDENTITY_AUTHORITY_HOST: url }),
    refuse: (status, message) => ({ status, body: { error: "invalid_request", error_description: message } }),
    notInside: [400, "Required metadata header not specified"],
    unknownIdentity: "Identity not found",
    grant: ({ token, expiresAtMs }, resource) => ({
      access_token: token,
      refresh_token: "",
      expires_in: "3600",
      expires_on: seconds(expiresAtMs),
      not_before: seconds(expiresAtMs - 3_600_000),
      resource,
      token_type: "Bearer",
    }),
  },
};

/** The endpoint that gives tokens of a managed identity, over http as in Azure. One at a time in a process. */
export async function startManagedIdentity(options: ManagedIdentityOptions): Promise<StandInServer> {
  forgetManagedIdentity();
  const form = forms[options.form];
  const server = await startTokenServer({
    env: form.env,
    answer: (request) => answer(form, options, request),
  });
  const { stop } = server;
  return Object.assign(server, {
    stop: () => {
      forgetManagedIdentity();
      return stop();
    },
  });
}

async function answer(form: Form, options: ManagedIdentityOptions, request: ReceivedRequest): Promise<Reply> {
  const { token, hasSystemAssigned = true, clientIds = [] } = options;
  const { resource, client_id: clientId, "api-version": apiVersion } = request.query;
  // With a slash at its end: msal adds one. Not 404, which the library would ask again for half a minute.
  if (request.path.replace(/\/$/, "") !== form.path) return form.refuse(400, "There is nothing here.");
  if (!form.isFromInside(request)) return form.refuse(...form.notInside);
  if (apiVersion !== form.apiVersion) return form.refuse(400, `The api-version is not ${form.apiVersion}.`);
  if (resource === undefined) return form.refuse(400, "The resource is missing.");
  if (clientId === undefined ? !hasSystemAssigned : !clientIds.includes(clientId))
    return form.refuse(400, form.unknownIdentity);
  const ask = { audience: resource, ...(clientId === undefined ? {} : { clientId }) };
  return { status: 200, body: form.grant(await giveToken(token, ask), resource) };
}
