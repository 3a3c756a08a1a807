import { type Emulator, seeded } from "pulumi-power-platform-testing";
import type { Properties } from "../../scenarios/driver";

/** An object whose creation and deletion are operations of the service. */
export interface Journey {
  readonly kind: string;
  readonly inputs: Properties;
  /** Whether the tenant has it. */
  readonly isThere: (emulator: Emulator) => boolean;
  /** The environment that its operations are about, where it exists before. */
  readonly environmentId?: string;
}

const { groupId, managedEnvironmentId, sandboxEnvironmentId } = seeded;

export const journeys: readonly Journey[] = [
  {
    kind: "Environment",
    inputs: {
      displayName: "Lab",
      environmentSku: "Sandbox",
      location: "europe",
      databaseType: "CommonDataService",
      linkedEnvironmentMetadata: { baseLanguageCode: 1033, currency: { code: "EUR" }, domainName: "lab" },
      allowDelete: true,
    },
    isThere: ({ tenant }) =>
      tenant.environments.list(({ domainName, state }) => domainName === "lab" && state === "Enabled").length === 1,
  },
  {
    kind: "ManagedEnvironment",
    inputs: { environmentId: sandboxEnvironmentId, enabled: true, onDelete: "restore" },
    isThere: ({ tenant }) => tenant.environments.get(sandboxEnvironmentId)?.protectionLevel === "Standard",
    environmentId: sandboxEnvironmentId,
  },
  {
    kind: "EnvironmentGroupMembership",
    inputs: { environmentGroupId: groupId, environmentId: managedEnvironmentId },
    isThere: ({ tenant }) => tenant.environments.get(managedEnvironmentId)?.environmentGroupId === groupId,
    environmentId: managedEnvironmentId,
  },
  {
    kind: "EnvironmentDisasterRecovery",
    inputs: { environmentId: managedEnvironmentId, enabled: true, onDelete: "restore" },
    isThere: ({ tenant }) => tenant.environments.get(managedEnvironmentId)?.disasterRecoveryState === "Enabled",
    environmentId: managedEnvironmentId,
  },
];
