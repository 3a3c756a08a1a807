import { isSameId } from "../tenant/entity";
import type { Principal } from "../tenant/types";
import type { TenantState } from "../tenantState";
import { SignInRefused } from "./signInRefused";

/** Applications of Microsoft that are in every tenant and sign in users without a secret of their own. */
const microsoftsOwn: readonly string[] = [
  "04b07795-8ddb-461a-bbee-02f9e1bf7b46", // Azure CLI; what @azure/identity uses unless told otherwise
  "1950a258-227b-4e31-a9cf-717495945fc2", // Azure PowerShell
  "aebc6443-996d-45c2-90f0-388ff96faa56", // Visual Studio Code
];

export const isMicrosofts = (clientId: string): boolean => microsoftsOwn.some((id) => isSameId(id, clientId));

/** Whether a tenant is ours: by id, or by one of the names that stand for any tenant. */
export const isTenant = (tenantState: TenantState, tenant: string): boolean =>
  isSameId(tenant, tenantState.tenant.id) || ["common", "organizations"].includes(tenant.toLowerCase());

/** The application of a client id. Refused when the tenant has none. */
export function applicationOf(tenantState: TenantState, clientId: string): Principal {
  const found = tenantState.tenant.principals.list().find(({ appId }) => isSameId(appId, clientId));
  if (found === undefined) throw new SignInRefused(700016, { clientId, tenant: tenantState.tenant.id });
  return found;
}

/** Refused unless there is such an application, Microsoft's own included. */
export function checkApplication(tenantState: TenantState, clientId: string): void {
  if (!isMicrosofts(clientId)) applicationOf(tenantState, clientId);
}

/** A user by object id or name. */
export const findUser = (tenantState: TenantState, idOrName: string): Principal | undefined =>
  tenantState.tenant.principals
    .list()
    .find(
      ({ type, id, userPrincipalName }) =>
        type === "User" && (isSameId(id, idOrName) || isSameId(userPrincipalName, idOrName)),
    );

/** The user of a code or token. Refused when somebody removed it meanwhile. */
export function userOf(tenantState: TenantState, id: string): Principal {
  const user = tenantState.tenant.principals.get(id);
  if (user === undefined) throw new SignInRefused(50034, { user: id, tenant: tenantState.tenant.id });
  return user;
}
