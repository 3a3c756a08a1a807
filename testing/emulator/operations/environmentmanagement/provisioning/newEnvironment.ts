import type { Call } from "../../../call";
import type { Environment } from "../../../tenant/types";
import { geographyOf } from "./locations";
import type { CreateEnvironment, LinkDataverse } from "./provisioningBody";

/**
 * An environment that is being created. What the reference has no member for (description, currency, language, templates) is
 * not kept. The value of `state` while it is created is not published.
 */
export function newEnvironment(call: Call, wanted: CreateEnvironment): Environment {
  const { tenantState, principal } = call;
  const { parentEnvironmentGroup, usedBy, cluster, connectedGroupIdForTeamsEnvironment, finOpsMetadata } = wanted;
  return withoutUnset({
    id: tenantState.newId(),
    displayName: wanted.displayName,
    tenantId: tenantState.tenant.id,
    type: wanted.environmentSku,
    state: "Creating",
    geo: geographyOf(wanted),
    protectionLevel: wanted.governanceConfiguration?.protectionLevel ?? "Basic",
    environmentGroupId: parentEnvironmentGroup?.id,
    clusterCategory: cluster?.category,
    connectedGroupId: connectedGroupIdForTeamsEnvironment,
    finOpsMetadata,
    createdBy: { id: principal.id, type: principal.type },
    createdFor: usedBy?.userId === undefined ? undefined : { id: usedBy.userId, type: usedBy.type ?? "User" },
    createdDateTime: tenantState.now(),
    ...(wanted.databaseType === "CommonDataService" ? dataverse(call, wanted.linkedEnvironmentMetadata) : {}),
  });
}

/** The members that an environment has once it has Dataverse. */
export function dataverse(call: Call, metadata: LinkDataverse | null | undefined): Partial<Environment> {
  const dataverseId = call.tenantState.newId();
  const domainName = metadata?.domainName ?? `org${dataverseId.slice(0, 8)}`;
  return withoutUnset({
    dataverseId,
    domainName,
    url: `https://${domainName}.crm.dynamics.com/`,
    version: "9.2.26011.00100",
    securityGroupId: metadata?.securityGroupId,
  });
}

/** Members that are not set are left out. */
const withoutUnset = <T extends object>(members: T): { [Name in keyof T]: Exclude<T[Name], undefined> } =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined && value !== null)) as {
    [Name in keyof T]: Exclude<T[Name], undefined>;
  };
