import type { Answer } from "../../../answer";
import { answer } from "../../../answer";
import { param } from "../../../call";
import { refuse } from "../../../refusal";
import type { OperationHandler } from "../../operationHandler";
import { startOperation } from "../lifecycle/asyncOperation";
import { accepted, conflict, environmentMissing, lifecycleWire, refuseBusy } from "../lifecycle/lifecycleAnswer";
import { dataverse, newEnvironment } from "./newEnvironment";
import type { CreateEnvironment, LinkDataverse } from "./provisioningBody";
import { createProblem, dataverseProblem, domainProblem } from "./provisioningBody";

/** The environment is listed from now on, as being created, until its operation has ended. */
const createEnvironment: OperationHandler = (call) => {
  const { tenantState } = call;
  const { environmentCreate, capacity } = tenantState.settings.provisioning;
  const wanted = call.body as unknown as CreateEnvironment;
  const problem = createProblem(tenantState, wanted);
  if (problem) return refuse(call, 400, { code: "ValidationFailed", ...problem });
  if (capacity === "exhausted" && ["Sandbox", "Production"].includes(wanted.environmentSku)) {
    return conflict(call, "InsufficientCapacity_StorageDriven");
  }

  const withDataverse = wanted.databaseType === "CommonDataService";
  const environment = tenantState.tenant.environments.add(newEnvironment(call, wanted));
  const billingPolicyId = wanted.billingPolicy?.id;
  const operation = startOperation(
    call,
    {
      family: "lifecycle",
      name: "Create",
      environmentId: environment.id,
      effect: { change: "create", ...(billingPolicyId === undefined ? {} : { billingPolicyId }) },
    },
    environmentCreate === "byDatabase" && !withDataverse ? 0 : undefined,
  );
  const isCreated = environmentCreate === "byDatabase" ? !withDataverse : environmentCreate === "created";
  return isCreated ? answer(201, lifecycleWire(tenantState, operation)) : accepted(call, operation);
};

const linkEnvironmentDataverse: OperationHandler = (call): Answer => {
  const { tenantState } = call;
  const environment = tenantState.tenant.environments.get(param(call, "environmentId"));
  if (environment === undefined) return environmentMissing(call, param(call, "environmentId"));
  const busy = refuseBusy(call, environment.id);
  if (busy !== undefined) return busy;
  if (typeof environment.dataverseId === "string") {
    return conflict(call, "DataverseExists");
  }
  const metadata = call.body as LinkDataverse;
  const problem = dataverseProblem(metadata) ?? domainProblem(tenantState, metadata);
  if (problem) return refuse(call, 400, { code: "ValidationFailed", ...problem });
  const effect = { change: "update", members: dataverse(call, metadata) } as const;
  return accepted(
    call,
    startOperation(call, { family: "lifecycle", name: "Link", environmentId: environment.id, effect }),
  );
};

export const provisioningOperations = { createEnvironment, linkEnvironmentDataverse };
