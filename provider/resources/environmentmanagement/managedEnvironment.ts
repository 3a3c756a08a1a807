import { defineSetting } from "../../declare/define";
import { environmentId, flag, text } from "../../declare/fields";
import type { TenantView } from "../../declare/expectation";
import { environmentInId, namedAddress } from "../../declare/namedAddress";
import type { Values } from "../../declare/plainValues";
import type { Failure } from "../../errors";
import { emptyGuid } from "../../guid";
import { environments, ofEnvironment } from "./ofEnvironment";

const address = namedAddress({ environmentId: environmentInId }, ({ environmentId = "" }) => ({
  ...ofEnvironment(environmentId),
  collection: environments,
}));

const isGiven = (value: unknown): value is string => typeof value === "string" && value !== "";

const isManaged = ({ protectionLevel }: Values): boolean => String(protectionLevel).toLowerCase() === "standard";

/** Microsoft's guides to Managed Environments and environment groups. */
function refusalOf(environment: Values, { enabled }: Values): string | undefined {
  const { dataverseId, url, domainName, environmentGroupId } = environment;
  if (enabled === true && ![dataverseId, url, domainName].some(isGiven)) {
    return "the environment has no Dataverse, which a Managed Environment needs: add it (admin center, Manage > Environments > the environment > Add Dataverse), then run the command again";
  }
  if (enabled === false && isGiven(environmentGroupId) && environmentGroupId !== emptyGuid) {
    return `the environment is in the environment group ${environmentGroupId}, whose members stay managed: take it out of the group first, then run the command again`;
  }
  return undefined;
}

/** The same before the environment is adopted. */
async function expectation(values: Values, tenant: TenantView): Promise<Failure | undefined> {
  const environment = await tenant.item(environments, String(values.environmentId));
  if (environment === undefined || isManaged(environment) === values.enabled) return undefined;
  const reason = refusalOf(environment, values);
  return reason === undefined ? undefined : { property: "environmentId", reason };
}

/**
 * Managed governance of an environment: whether it is a Managed Environment.
 *
 *     new ManagedEnvironment("sales", { environmentId: "eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee", onDelete: "restore" });
 *
 * The service turns it on and off by an operation of the environment, which is waited for. It needs Dataverse in the environment.
 * A member of an environment group stays managed: take it out of the group first. Deleting the resource leaves the environment as
 * it is, or makes it again what it was before (`onDelete`). The state is `protectionLevel` of the environment: Standard is
 * managed, Basic is not.
 * https://learn.microsoft.com/power-platform/admin/managed-environment-overview
 * @id Id of the environment
 */
export const managedEnvironment = defineSetting({
  kind: "ManagedEnvironment",
  apiVersion: "2024-10-01",
  fields: {
    /** Id of the environment, a GUID or `Default-{tenantId}`. Changing it replaces. */
    environmentId: environmentId({ replaces: true }),
    /**
     * Whether the environment is a Managed Environment. Changes in place.
     * @default true
     */
    enabled: flag().default(true),
  },
  outputs: {
    /** What `enabled` was before, as JSON. `onDelete: "restore"` puts it back. */
    found: text().optional(),
    /** The service's word for it: Standard is managed, Basic is not. */
    protectionLevel: text({ renewed: true }).optional(),
  },
  address,
  wireId: "id",
  title: ({ environmentId }) => `of environment ${String(environmentId)}`,
  naturalKey: ["environmentId"],
  missing: ["EnvironmentNotFound"],
  readBy: "id",
  of: ([environment]) => environment && { ...environment, enabled: isManaged(environment) },
  expects: [{ of: ["environmentId", "enabled"], judge: expectation }],
  refuses: refusalOf,
  change: {
    method: "POST",
    path: ({ wireId }, { enabled }) =>
      `${environments}/${encodeURIComponent(wireId)}/governanceSetting/${enabled === true ? "enable" : "disable"}Managed`,
    operation: { environmentId: ({ wireId }) => wireId },
  },
  sends: "changes",
  permissions: {
    read: "EnvironmentManagement.Environments.Read",
    writeInRoles: "EnvironmentManagement.ManageGovernance.Write",
  },
});
