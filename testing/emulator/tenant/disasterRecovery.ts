import type { Environment } from "./types";

type DisasterRecoveryState = NonNullable<Environment["disasterRecoveryState"]>;

/** The state that the entitlements of an environment show. Without Dataverse there is nothing to recover. */
export const disasterRecoveryStateOf = ({ disasterRecoveryState, dataverseId }: Environment): DisasterRecoveryState =>
  disasterRecoveryState ?? (typeof dataverseId === "string" ? "Disabled" : "Unavailable");

/** What tells Enabled from Ready is not published: both are on. */
export const isDisasterRecoveryOn = (environment: Environment): boolean =>
  ["Enabled", "Ready"].includes(disasterRecoveryStateOf(environment));
