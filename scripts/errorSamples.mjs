// Refusals as the compiled provider prints them, for docs/errors.md. Ids are shortened to what can be read.
import { createRequire } from "node:module";
import { join } from "node:path";
import { root } from "./generatedPart.mjs";

const load = createRequire(import.meta.url);
const provider = (path) => load(join(root, "dist/provider", path));
const { asAuthError } = provider("auth/identityError");
const errors = provider("errors");
const { failed } = provider("lifecycle/failed");
const { resources } = provider("resources");

const facts = {
  clientId: "9999…",
  tenantId: "0000…",
  scope: "https://api.powerplatform.com/.default",
  authorityHost: "https://login.microsoftonline.com/",
};
const application = "application 9999… from POWER_PLATFORM_CLIENT_ID, tenant 0000… from POWER_PLATFORM_TENANT_ID";
const identity = `client secret from POWER_PLATFORM_CLIENT_SECRET, ${application}`;
const correlation = "Correlation ID: 2d51f9c0-0000-4000-8000-000000000000";

const signIns = [
  asAuthError(
    identity,
    new Error(`AADSTS7000222: The provided client secret keys for app '9999…' are expired. ${correlation}`),
    facts,
  ),
  asAuthError(
    `federated token file from AZURE_FEDERATED_TOKEN_FILE, ${application}`,
    new Error(
      `AADSTS700213: No matching federated identity record found for presented assertion subject 'repo:contoso/tenant:ref:refs/heads/main'. ${correlation}`,
    ),
    {
      ...facts,
      presented: {
        issuer: "https://token.actions.githubusercontent.com",
        subject: "repo:contoso/tenant:ref:refs/heads/main",
        audience: "api://AzureADTokenExchange",
      },
    },
  ),
  asAuthError(identity, new Error("endpoints_resolution_error: See https://aka.ms/msal.js.errors"), facts),
  asAuthError(
    "Azure CLI (nothing else is set), tenant 0000… from POWER_PLATFORM_TENANT_ID",
    new Error("Please run 'az login' to setup account."),
    facts,
  ),
];

const servicePrincipal = { oid: "aaaa…", appid: "9999…", idtyp: "app", aud: "https://api.powerplatform.com" };
const user = { oid: "bbbb…", upn: "ada@contoso.com", appid: "04b0…", idtyp: "user" };
const ids = { requestId: "2a50…", correlationId: "2d51…" };
const sales = { resource: 'EnvironmentGroup "Sales"', operation: "create" };
const reader = { principalObjectId: "aaaa…", roleDefinitionId: "reader" };

/** What a create ends with when the API refuses it so. */
function refused(
  ErrorClass,
  details,
  {
    kind = "EnvironmentGroup",
    step = sales,
    place = {},
    values = {},
    claims = servicePrincipal,
    credential = identity,
    endpoint = "https://api.powerplatform.com",
  } = {},
) {
  const connection = { identity: credential, endpoint, scope: facts.scope, caller: () => claims };
  const error = new ErrorClass("", { ...ids, ...details });
  const { resource: label, operation } = step;
  return failed({ definition: resources[kind], place, inputs: values, label }, error, operation, { connection });
}

const denied = { status: 403, code: "Forbidden", serviceMessage: "Access denied" };
const forbidden = [
  refused(errors.ForbiddenError, denied),
  refused(
    errors.ForbiddenError,
    {
      ...denied,
      code: "InsufficientDelegatedPermissions",
      codes: ["InsufficientDelegatedPermissions"],
      serviceMessage: "Authorization denied: Application missing required delegated permissions",
    },
    { claims: user, credential: "Azure CLI (POWER_PLATFORM_USE_CLI is true)" },
  ),
  refused(
    errors.ForbiddenError,
    {
      ...denied,
      serviceMessage:
        "The service principal with id 'aaaa…' for application 9999… does not have permission to access the path '/authorization/environments/eeee…/roleAssignments' in tenant 0000…",
    },
    {
      kind: "RoleAssignment",
      step: { ...sales, resource: "RoleAssignment reader to Group cccc… at environment eeee…" },
      place: { scope: "/environments/eeee…" },
    },
  ),
  refused(
    errors.ForbiddenError,
    {
      ...denied,
      code: "LinkedAuthorizationFailed",
      codes: ["Forbidden", "LinkedAuthorizationFailed"],
      serviceMessage:
        "The client 'aaaa…' does not have authorization to perform action 'Microsoft.PowerPlatform/accounts/write' over the linked scope",
    },
    {
      kind: "BillingPolicy",
      step: { ...sales, resource: 'BillingPolicy "payg-sales"' },
      values: { billingInstrument: { subscriptionId: "1111…", resourceGroup: "rg-power" } },
    },
  ),
];

const unauthorized = [
  refused(
    errors.AuthError,
    {
      status: 401,
      code: "Unauthorized",
      serviceMessage: "The access token has expired",
      gaveUp:
        "no other token could be had: The access token from POWER_PLATFORM_ACCESS_TOKEN was refused and cannot be renewed. Get a new one.",
    },
    { credential: "access token from POWER_PLATFORM_ACCESS_TOKEN" },
  ),
  refused(
    errors.AuthError,
    { status: 401 },
    {
      kind: "BillingPolicy",
      step: { ...sales, resource: 'BillingPolicy "payg-sales"' },
      claims: { ...servicePrincipal, aud: "https://management.azure.com" },
    },
  ),
];

const bad = { status: 400 };
const assignment = (type, scope) => ({
  kind: "RoleAssignment",
  step: {
    ...sales,
    resource: `RoleAssignment reader to ${type} aaaa… at ${scope === "tenant" ? "the tenant" : "environment eeee…"}`,
  },
  values: { ...reader, principalType: type, scope },
});
const waited = "gave up after 2 min of waiting";
const assignments = [
  refused(
    errors.HttpError,
    {
      ...bad,
      code: "PrincipalDoesNotExist",
      codes: ["PrincipalDoesNotExist"],
      serviceMessage: "The service principal does not exist in tenant",
      gaveUp: waited,
    },
    assignment("ApplicationUser", "tenant"),
  ),
  refused(
    errors.HttpError,
    {
      ...bad,
      code: "EnvironmentIdInvalid",
      codes: ["EndpointInvalid", "EnvironmentIdInvalid"],
      serviceMessage: "Environment id eeee… is invalid",
      gaveUp: waited,
    },
    assignment("Group", "/environments/eeee…"),
  ),
];

const hosts = [
  refused(
    errors.NotFoundError,
    {
      status: 404,
      code: "RouteNotFound",
      codes: ["RouteNotFound"],
      serviceMessage: "No route matches GET /environmentmanagement/environmentGroups",
    },
    { endpoint: "https://0000….tenant.api.powerplatform.com" },
  ),
  refused(
    errors.HttpError,
    {
      ...bad,
      code: "ApiVersionUnsupported",
      codes: ["ApiVersionInvalid", "ApiVersionUnsupported"],
      serviceMessage: "API version 2024-10-01 is not supported. Supported API versions are: …",
    },
    { endpoint: "https://api.example.com" },
  ),
];

const busy = [
  refused(errors.ThrottledError, {
    status: 429,
    retryAfterMs: 900_000,
    gaveUp: "the service asks to wait 15 min, longer than the 5 min left",
  }),
  refused(errors.HttpError, { status: 503, gaveUp: "gave up after 6 attempts" }),
];

/** Errors by the part of the page that shows them. */
export const samples = { signIns, forbidden, unauthorized, assignments, hosts, busy };
