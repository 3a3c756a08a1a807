import type { PowerPlatformError } from "../../errors";
import { rolesWith } from "../../resources/authorization/builtInRoles";
import { parseScope, scopeTitle } from "../../resources/authorization/scope";
import { callerLine, callerType } from "./caller";
import { codeAdviceFor, type Needs, type RefusedCall } from "./refusedCall";

/**
 * What to do about a 403: most are a missing role. A user's token may also lack what its client application was not
 * given; the token of an application has no delegated permissions, so there it is a role all the same.
 */
export function forbiddenAdvice(error: PowerPlatformError, call: RefusedCall): readonly string[] {
  if (error.serviceMessage?.startsWith("a page of HTML") === true) return [pageLine];
  const { connection, forbiddenHint } = call;
  const isOfUser = callerType(connection.caller()) !== "ApplicationUser";
  if (isOfUser && error.codes?.includes("InsufficientDelegatedPermissions") === true) {
    return [callerLine(connection), ...delegatedLines(call.needs)];
  }
  const own = codeAdviceFor(error, call);
  return [
    callerLine(connection),
    // Azure refused: what it needs comes first.
    ...(own === undefined ? [] : [own]),
    ...roleLines(call),
    ...(isUnregistered(error) ? [unregisteredLine(connection.caller()?.appid)] : []),
    ...(forbiddenHint === undefined || own !== undefined ? [] : [forbiddenHint]),
  ];
}

const pageLine =
  "The API answers no pages: something on the way refused. Check the proxy (HTTPS_PROXY, NO_PROXY) and endpoint.";

/** The text of the older admin API: for an application that it does not know. */
const isUnregistered = ({ serviceMessage = "" }: PowerPlatformError): boolean =>
  /service principal with id .* does not have permission to access the path/i.test(serviceMessage);

const unregisteredLine = (appId = "<client id>"): string =>
  `This text is for applications without any role. If a role does not help, register it: \`New-PowerAppManagementApp -ApplicationId ${appId}\` in Microsoft.PowerApps.Administration.PowerShell.`;

function delegatedLines({ delegated }: Needs): readonly string[] {
  return [
    `Its client application needs the delegated ${permissions(delegated)}, whatever roles the user has.`,
    "App registrations > the application > API permissions > Add a permission > APIs my organization uses > Power Platform API > Delegated permissions, then Grant admin consent.",
    "The clients of Microsoft (Azure CLI) cannot be changed: sign in with an application of your own.",
  ];
}

function roleLines({ connection, needs, scope }: RefusedCall): readonly string[] {
  const at = parseScope(scope) ?? { kind: "tenant" };
  const claims = connection.caller();
  const roles = rolesWith(needs.inRoles);
  const grant = {
    principalObjectId: claims?.oid ?? "<object id>",
    principalType: callerType(claims) ?? "<User or ApplicationUser>",
    roleDefinitionId: roles[0] ?? "owner",
    scope: scope === "" ? "tenant" : scope,
  };
  const args = Object.entries(grant).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return [
    `It needs ${needed(needs)} at ${scopeTitle(at)}${orAbove[at.kind]}. Roles with ${needs.delegated.length > 1 ? "both" : "it"}: ${roles.join(", ")}.`,
    `A Power Platform administrator can give one (docs/authentication.md#the-first-role of this package): new RoleAssignment("caller", { ${args.join(", ")} })`,
  ];
}

function needed({ delegated, inRoles }: Needs): string {
  const actions = inRoles.filter((name) => !delegated.includes(name));
  const ofRoles = `in roles: ${actions.join(" and ")}`;
  if (delegated.length === 0) return `a role (${actions.length === 0 ? "no permission is published" : ofRoles})`;
  return `the ${permissions(delegated)}${actions.length === 0 ? "" : ` (${ofRoles})`}`;
}

const permissions = (names: readonly string[]): string =>
  `${names.length === 1 ? "permission" : "permissions"} ${names.join(" and ")}`;

/** Roles are inherited: from the tenant by groups, from groups by environments. */
const orAbove = { tenant: "", environmentGroup: " or the tenant", environment: ", its group or the tenant" } as const;
