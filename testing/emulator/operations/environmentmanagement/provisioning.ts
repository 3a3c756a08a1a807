import type { Answer } from "../../answer";
import { answer } from "../../answer";
import type { Call } from "../../call";
import { param } from "../../call";
import { refuse } from "../../refusal";
import type { Environment } from "../../tenant/types";
import type { OperationHandler } from "../operationHandler";
import { isBusy, startOperation } from "./asyncOperation";
import { accepted, conflict, environmentMissing, lifecycleWire } from "./lifecycleAnswer";
import { locations } from "./locations";
import type { CreateEnvironment, LinkDataverse } from "./provisioningBody";
import { createProblem, dataverseProblem } from "./provisioningBody";

/** With Dataverse it goes on as an operation (202); without it is done at once (201). */
const createEnvironment: OperationHandler = (call) => {
  const { tenantState } = call;
  const wanted = call.body as unknown as CreateEnvironment;
  const problem = createProblem(tenantState, wanted);
  if (problem) return refuse(call, 400, { code: "ValidationFailed", ...problem });

  const withDataverse = wanted.databaseType === "CommonDataService";
  const environment = newEnvironment(call, wanted);
  const billingPolicyId = wanted.billingPolicy?.id;
  const operation = startOperation(
    call,
    {
      family: "lifecycle",
      name: "Create",
      environmentId: environment.id,
      effect: {
        change: "create",
        environment: withDataverse
          ? { ...environment, ...dataverse(call, wanted.linkedEnvironmentMetadata) }
          : environment,
        ...(billingPolicyId === undefined ? {} : { billingPolicyId }),
      },
    },
    withDataverse ? undefined : 0,
  );
  return withDataverse ? accepted(call, operation) : answer(201, lifecycleWire(tenantState, operation));
};

const linkEnvironmentDataverse: OperationHandler = (call): Answer => {
  const { tenantState } = call;
  const environment = tenantState.tenant.environments.get(param(call, "environmentId"));
  if (environment === undefined) return environmentMissing(call, param(call, "environmentId"));
  if (isBusy(tenantState, environment.id)) {
    return conflict(call, "OperationNotStartable", `Another operation runs on the environment '${environment.id}'.`);
  }
  if (typeof environment.dataverseId === "string") {
    return conflict(call, "DataverseExists", "The environment has Dataverse already.");
  }
  const metadata = call.body as LinkDataverse;
  const problem = dataverseProblem(metadata);
  if (problem) return refuse(call, 400, { code: "ValidationFailed", ...problem });
  const effect = { change: "update", members: dataverse(call, metadata) } as const;
  return accepted(
    call,
    startOperation(call, { family: "lifecycle", name: "Link", environmentId: environment.id, effect }),
  );
};

function newEnvironment(call: Call, wanted: CreateEnvironment): Environment {
  const { tenantState, principal } = call;
  const groupId = wanted.parentEnvironmentGroup?.id;
  return {
    id: tenantState.newId(),
    displayName: wanted.displayName,
    tenantId: tenantState.tenant.id,
    type: wanted.environmentSku,
    state: "Enabled",
    geo: (wanted.location ?? locations[0]?.name ?? "").toLowerCase(),
    protectionLevel: wanted.governanceConfiguration?.protectionLevel ?? "Basic",
    ...(groupId === undefined ? {} : { environmentGroupId: groupId }),
    createdBy: { id: principal.id, type: principal.type },
    createdDateTime: tenantState.now(),
  };
}

function dataverse(call: Call, metadata: LinkDataverse | null | undefined): Partial<Environment> {
  const dataverseId = call.tenantState.newId();
  const domainName = metadata?.domainName ?? `org${dataverseId.slice(0, 8)}`;
  return {
    dataverseId,
    domainName,
    url: `https://${domainName}.crm.dynamics.com/`,
    version: "9.2.26011.00100",
  };
}

export const provisioningOperations = { createEnvironment, linkEnvironmentDataverse };
