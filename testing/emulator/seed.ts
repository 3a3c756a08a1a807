import { seededEntitlements } from "./seededEntitlements";
import { kindNames } from "./tenant/kindIds";
import type { Seed } from "./tenant/snapshot";

/** Tenant id unless one is given. */
export const defaultTenantId = "00000000-0000-4000-8000-000000000001";

/** Object ids and credentials of the default seed, for tests and docs. */
export const seeded = {
  /** The user whose token is in `env()`; owner of the tenant. */
  ownerId: "cccccccc-cccc-4ccc-8ccc-cccccccccccc",
  /** The application of `envFor({ credential: "clientSecret" })`; owner of the tenant too. */
  application: {
    id: "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa",
    clientId: "99999999-9999-4999-8999-999999999999",
    clientSecret: "emulator-secret",
  },
  groupId: "dddddddd-dddd-4ddd-8ddd-dddddddddddd",
  managedEnvironmentId: "eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee",
  sandboxEnvironmentId: "eeeeeeee-eeee-4eee-8eee-eeeeeeeeeee2",
} as const;

/**
 * The tenant the emulator starts with: the default environment, a Managed production environment and a sandbox
 * that is not managed, an empty group, no role assignments, no policies, no contracts.
 */
export const defaultSeed = (tenantId: string): Seed => {
  const createdTime = "2026-01-05T09:00:00.0000000Z";
  const createdBy = { id: seeded.ownerId, type: "User" };
  const environment = {
    tenantId,
    geo: "unitedstates",
    createdBy,
    createdDateTime: createdTime,
    state: "Enabled",
  };
  return {
    ...Object.fromEntries(kindNames.map((kind) => [kind, []])),
    tenantId,
    principals: [
      {
        id: seeded.ownerId,
        type: "User",
        displayName: "Emulator owner",
        userPrincipalName: "owner@contoso.example",
        password: "emulator-password",
        roles: ["owner"],
      },
      {
        id: seeded.application.id,
        type: "Application",
        displayName: "Emulator pipeline",
        appId: seeded.application.clientId,
        secret: seeded.application.clientSecret,
        isPublicClient: true,
        roles: ["owner"],
      },
    ],
    environmentGroups: [
      {
        id: seeded.groupId,
        displayName: "Finance",
        description: "Environments of the finance department",
        createdTime,
        createdBy,
      },
    ],
    environments: [
      {
        ...environment,
        id: `Default-${tenantId}`,
        displayName: "Contoso (default)",
        type: "Default",
        protectionLevel: "Basic",
      },
      {
        ...environment,
        id: seeded.managedEnvironmentId,
        displayName: "Contoso Production",
        type: "Production",
        protectionLevel: "Standard",
        dataverseId: "12121212-1212-4212-8212-121212121212",
        domainName: "contoso",
        url: "https://contoso.crm.dynamics.com/",
      },
      {
        ...environment,
        id: seeded.sandboxEnvironmentId,
        displayName: "Contoso Sandbox",
        type: "Sandbox",
        protectionLevel: "Basic",
        dataverseId: "13131313-1313-4313-8313-131313131313",
        domainName: "contososandbox",
        url: "https://contososandbox.crm.dynamics.com/",
      },
    ],
    entitlements: seededEntitlements,
  };
};
