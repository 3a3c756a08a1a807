import type { Setting } from "../resolvedSettings";

/** Whoever is signed in to a tool of this machine. */
export interface DeveloperTool {
  /** What says that the tool is meant. */
  readonly why: string;
  readonly tenantId?: Setting;
  readonly auxiliaryTenantIds: readonly string[];
}

/** Starting the tool takes seconds; a sign-in that has to be refreshed takes more. */
const PROCESS_TIMEOUT_MS = 60_000;

/** Options of the credential classes of @azure/identity that start a process. */
export const processOptions = ({ tenantId, auxiliaryTenantIds }: DeveloperTool) => ({
  processTimeoutInMs: PROCESS_TIMEOUT_MS,
  additionallyAllowedTenants: [...auxiliaryTenantIds],
  ...(tenantId === undefined ? {} : { tenantId: tenantId.value }),
});

export const describeTool = (name: string, { why, tenantId }: DeveloperTool): string =>
  `${name} (${why})${tenantId === undefined ? "" : `, tenant ${tenantId.value} from ${tenantId.origin}`}`;
