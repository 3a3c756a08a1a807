// Made from provider/functions/environmentmanagement/environmentOperations.ts by `npm run generate`; a test says when it is not current.

import type { UserIdentity } from "./userIdentity";

/** Arguments of {@link getEnvironmentOperations}. */
export interface GetEnvironmentOperationsArgs {
  /** Id of the environment: a GUID, or `Default-{tenantId}`. */
  environmentId: string;
  /** Operations in one page, such as `"50"`. Every page is read all the same. */
  limit?: string | undefined;
  /** Token of the page to begin with. Left out, the first one. */
  continuationToken?: string | undefined;
}

/** What it consists of. */
export interface ListedEnvironmentOperationStageStatuses {
  /** Name of the stage. */
  readonly name: string | undefined;
  /** `Succeeded`, `Failed`, `Skipped`, `Postponed`, `InProgress` or `NotStarted`. */
  readonly status: string | undefined;
  /** When it began, UTC. */
  readonly startTime: string | undefined;
  /** When it ended, UTC. */
  readonly endTime: string | undefined;
}

/** The environment that it changes. */
export interface ListedEnvironmentOperationUpdatedEnvironment {
  /** Id of the environment. */
  readonly environmentId: string | undefined;
  /** Display name. */
  readonly displayName: string | undefined;
  /** Address of its Dataverse. */
  readonly dataverseOrganizationUrl: string | undefined;
}

/** Why it failed. */
export interface ListedEnvironmentOperationErrorDetail {
  /** The service's code. */
  readonly code: string | undefined;
  /** What is wrong, by the name of the field: `errorMessages` and `suggestedValue`. */
  readonly fieldErrors: Record<string, unknown> | undefined;
}

/** An item of {@link getEnvironmentOperations}. */
export interface ListedEnvironmentOperation {
  /** What is done, such as `EnableManaged`. */
  readonly name: string | undefined;
  /** Id of the operation. */
  readonly operationId: string | undefined;
  /**
   * `Queued` and `InProgress` go on; `Succeeded`, `Failed`, `NoOperation`, `ValidationPassed` and `ValidationFailed` are ends.
   */
  readonly status: string | undefined;
  /** When it began, UTC. */
  readonly startTime: string | undefined;
  /** When it ended, UTC. */
  readonly endTime: string | undefined;
  /** Who asked for it. */
  readonly requestedBy: UserIdentity | undefined;
  /** What it consists of. */
  readonly stageStatuses: ListedEnvironmentOperationStageStatuses[] | undefined;
  /** The environment that it changes. */
  readonly updatedEnvironment: ListedEnvironmentOperationUpdatedEnvironment | undefined;
  /** Why it failed. */
  readonly errorDetail: ListedEnvironmentOperationErrorDetail | undefined;
}
