import { cloudOf, type ResolvedSettings, readSettings, type SettingName, type TokenClaims } from "../provider/auth";
import { tell, tellJson } from "../provider/errors";
import { roleAssignments } from "../provider/functions/authorization/roleAssignments";
import { ask as askTenant } from "../provider/functions/call/ask";
import { callerType } from "../provider/lifecycle/advice/caller";
import type { ConfigReader } from "../provider/auth/configReader";
import { createRuntime } from "../provider/runtime/createRuntime";
import { roleTitle } from "../provider/resources/authorization/builtInRoles";
import { systemClock } from "../provider/transport/clock";
import type { Command } from "./command";
import { parse } from "./parse";
import { stackConfiguration } from "./stackConfiguration";

const help = `Usage: pulumi-power-platform whoami [options]

Says which identity, tenant, cloud and addresses a deployment would use and why, signs in, says who the token is for, and
asks the API for the role assignments of the tenant. Changes nothing and prints no token. Exit code 1 when one of it fails.

  --stack <name>  read the configuration of this stack as well, with the Pulumi CLI in the current folder
  --json          for scripts`;

const options = { stack: { type: "string" }, json: { type: "boolean" } } as const;

/** `pulumi-power-platform whoami`. */
export const whoami: Command = {
  help,
  async run(args) {
    const { values } = parse({ args, options });
    const report = await reportOn(values.stack);
    const text = "identity" in report ? textOf(report) : "";
    process.stdout.write(values.json === true ? `${tellJson(report)}\n` : tell(text));
    if (report.error === undefined) return 0;
    process.stderr.write(`${"identity" in report ? "\n" : "pulumi-power-platform: "}${report.error}\n`);
    return 1;
  },
};

const noConfiguration: ConfigReader = { get: () => undefined };

/** What is known. Later parts are missing if an earlier one failed. */
interface Report {
  /** The credential and the origin of its parts. */
  readonly identity: string;
  /** Each with where it came from. */
  readonly tenant: string;
  readonly cloud: string;
  readonly endpoint: string;
  readonly scope: string;
  readonly authorityHost: string;
  /** The identity of the token, without the token. */
  readonly signedIn?: TokenClaims;
  /** Names or ids of the roles that the identity itself has at the tenant. */
  readonly roles?: readonly string[];
  readonly error?: string;
}

/** Only the reason, if the settings are wrong or incomplete. */
async function reportOn(stack: string | undefined): Promise<Report | { readonly error: string }> {
  try {
    return await ask(stack === undefined ? noConfiguration : await stackConfiguration(stack));
  } catch (error) {
    return { error: tell(error) };
  }
}

async function ask(config: ConfigReader): Promise<Report> {
  const { resolved } = readSettings({ env: process.env, config });
  const { context, configuredTenantId } = createRuntime(config, {
    env: process.env,
    clock: systemClock,
    warn: (message) => Promise.resolve(void process.stderr.write(`${message}\n`)),
    log: (line) => process.stderr.write(`${line}\n`),
  });
  const { connection } = context;
  const asked = await askTenant(roleAssignments, { scope: "tenant" }, context, {
    tenantId: configuredTenantId,
  }).then(
    (assignments) => ({ assignments }),
    (error: unknown) => ({ error: tell(error) }),
  );
  const signedIn = connection.caller();
  return {
    identity: connection.identity,
    ...addresses(resolved),
    ...(signedIn === undefined ? {} : { signedIn }),
    ...("error" in asked ? { error: asked.error } : { roles: rolesOf(asked.assignments, signedIn) }),
  };
}

function addresses(resolved: ResolvedSettings) {
  const { endpoint, scope, authorityHost } = cloudOf(resolved);
  const cloud = resolved.cloud?.value.toLowerCase() ?? "public";
  const from = (name: SettingName): string =>
    resolved[name] === undefined ? `of the cloud` : `from ${resolved[name].origin}`;
  return {
    tenant:
      resolved.tenantId === undefined ? "the one of the token" : `${resolved.tenantId.value}, ${from("tenantId")}`,
    cloud: resolved.cloud === undefined ? `${cloud}, by default` : `${cloud}, ${from("cloud")}`,
    endpoint: `${endpoint}, ${from("endpoint")}`,
    scope: `${scope}, ${from("scope")}`,
    authorityHost: `${authorityHost}, ${from("authorityHost")}`,
  };
}

/** The identity's own roles. Roles through a group are not in the list. */
function rolesOf(assignments: readonly unknown[], signedIn: TokenClaims | undefined): readonly string[] {
  const own = (assignments as readonly Readonly<Record<string, unknown>>[]).filter(
    ({ principalObjectId }) => String(principalObjectId).toLowerCase() === signedIn?.oid?.toLowerCase(),
  );
  return [...new Set(own.map(({ roleDefinitionId }) => roleTitle(String(roleDefinitionId))))];
}

function textOf({ identity, tenant, cloud, endpoint, scope, authorityHost, signedIn, roles }: Report): string {
  const rows = {
    Identity: identity,
    Tenant: tenant,
    Cloud: cloud,
    API: endpoint,
    Scope: scope,
    Entra: authorityHost,
    ...(signedIn === undefined ? {} : signedInRows(signedIn)),
    ...(roles === undefined
      ? {}
      : { Call: "GET /authorization/roleAssignments answered 200", Roles: rolesText(roles) }),
  };
  return Object.entries(rows)
    .map(([name, value]) => `${name.padEnd(12)}${value}\n`)
    .join("");
}

const callerKinds = { User: "user", ApplicationUser: "service principal" } as const;

function signedInRows(claims: TokenClaims): Record<string, string> {
  const { oid, appid, upn, tid, scp, expiresAtMs } = claims;
  const type = callerType(claims);
  const kind = type === undefined ? "principal" : callerKinds[type];
  const parts = [
    ...(oid === undefined ? [] : [`${kind} ${oid}`]),
    ...(upn === undefined || upn === oid ? [] : [upn]),
    ...(appid === undefined ? [] : [`application ${appid}`]),
    ...(tid === undefined ? [] : [`tenant ${tid}`]),
    ...(expiresAtMs === undefined ? [] : [`until ${new Date(expiresAtMs).toISOString()}`]),
  ];
  return { "Signed in": parts.join(", "), ...(scp === undefined ? {} : { Permissions: scp }) };
}

const rolesText = (roles: readonly string[]): string =>
  roles.length === 0
    ? "none of its own at the tenant; roles of groups, at other scopes and in Entra are not looked at"
    : `${roles.join(", ")} at the tenant`;
