import type { Call } from "../../call";
import { isSameId } from "../../tenant/entity";
import type { Effect, Operation } from "../../tenant/operation";
import type { TenantState } from "../../tenantState";
import { removeEnvironment } from "./removeEnvironment";

export interface OperationStart {
  family: Operation["family"];
  /** Such as "Delete" or "EnableManaged". */
  name: string;
  environmentId: string;
  effect: Effect;
}

/** Accepts an operation. Its effect waits until it has been looked at often enough; with no looks to wait for it happens now. */
export function startOperation(call: Call, start: OperationStart, looks?: number): Operation {
  const { tenantState, principal } = call;
  const operation = tenantState.tenant.operations.add({
    ...start,
    looksLeft: looks ?? tenantState.settings.provisioning.operations,
    requestedBy: {
      id: principal.id,
      displayName: principal.displayName ?? principal.id,
      type: principal.type,
    },
  });
  return operation.looksLeft === 0 ? settle(tenantState, operation) : operation;
}

/** A check that changes nothing (`ValidateOnly`). */
export const startValidation = (call: Call, name: string, environmentId: string): Operation =>
  call.tenantState.tenant.operations.add({
    family: "lifecycle",
    name,
    environmentId,
    status: "ValidationPassed",
    endTime: call.tenantState.now(),
  });

/** The operation as a read sees it. Each read brings a running operation one step nearer to its end. */
export function look(tenantState: TenantState, operation: Operation): Operation {
  if (operation.status !== "running") return operation;
  if (operation.looksLeft === 0) return settle(tenantState, operation);
  return tenantState.tenant.operations.update(operation.id, { looksLeft: operation.looksLeft - 1 });
}

/** A read of an environment (all, when no id is given) is a look at its operations too: clients may poll it instead. */
export function lookAtEnvironment(tenantState: TenantState, environmentId?: string): void {
  for (const operation of tenantState.tenant.operations.list()) {
    if (environmentId === undefined || isSameId(operation.environmentId, environmentId)) look(tenantState, operation);
  }
}

export const isBusy = (tenantState: TenantState, environmentId: string): boolean =>
  tenantState.tenant.operations
    .list()
    .some((operation) => operation.status === "running" && isSameId(operation.environmentId, environmentId));

function settle(tenantState: TenantState, operation: Operation): Operation {
  const status = tenantState.settings.provisioning.operationsEnd;
  if (status === "Succeeded") applyEffect(tenantState, operation);
  return tenantState.tenant.operations.update(operation.id, {
    status,
    looksLeft: 0,
    endTime: tenantState.now(),
  });
}

function applyEffect({ tenant }: TenantState, { effect, environmentId }: Operation): void {
  switch (effect.change) {
    case "create":
      tenant.environments.add(effect.environment);
      if (effect.billingPolicyId !== undefined) {
        tenant.billingPolicyEnvironments.add({ billingPolicyId: effect.billingPolicyId, environmentId });
      }
      return;
    case "update":
      if (tenant.environments.has(environmentId)) tenant.environments.update(environmentId, effect.members);
      return;
    case "remove":
      removeEnvironment(tenant, environmentId);
      return;
    case "none":
      return;
  }
}
