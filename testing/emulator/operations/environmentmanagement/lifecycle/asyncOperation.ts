import type { Call } from "../../../call";
import { isSameId } from "../../../tenant/entity";
import type { Effect, Operation } from "../../../tenant/operation";
import type { TenantState } from "../../../tenantState";
import { applyEffect, undoEffect } from "./effect";

export interface OperationStart {
  family: Operation["family"];
  /** Such as "Delete" or "EnableManaged". */
  name: string;
  environmentId: string;
  /** Group of a membership operation. */
  groupId?: string;
  effect: Effect;
}

/** Accepts an operation. Its effect waits until it has been looked at often enough; with no looks to wait for it happens now. */
export function startOperation(call: Call, start: OperationStart, looks?: number): Operation {
  const { tenantState } = call;
  const operation = tenantState.tenant.operations.add({
    ...start,
    looksLeft: looks ?? tenantState.settings.provisioning.operations,
    requestedBy: requester(call),
  });
  return operation.looksLeft === 0 ? settle(tenantState, operation) : operation;
}

/** An operation that has changed nothing: a check (`ValidateOnly`), or what was asked for is so already. */
export const addEndedOperation = (
  call: Call,
  ended: Pick<Operation, "name" | "environmentId" | "status" | "errorCode" | "errorField">,
): Operation =>
  call.tenantState.tenant.operations.add({
    ...ended,
    family: "lifecycle",
    endTime: call.tenantState.now(),
    requestedBy: requester(call),
  });

/** The operation as a read sees it. Each read brings a running operation one step nearer to its end. */
export function look(tenantState: TenantState, operation: Operation): Operation {
  if (operation.status !== "running") return operation;
  if (operation.looksLeft === 0) return settle(tenantState, operation);
  return tenantState.tenant.operations.update(operation.id, { looksLeft: operation.looksLeft - 1, isSeen: true });
}

/** A read of an environment (all, when no id is given) is a look at its operations too: clients may poll it instead. */
export function lookAtEnvironment(tenantState: TenantState, environmentId?: string): void {
  for (const operation of tenantState.tenant.operations.list(isRunning)) {
    if (environmentId === undefined || isSameId(operation.environmentId, environmentId)) look(tenantState, operation);
  }
}

/** The running operation that keeps another one of the environment, or of the group, from starting. */
export const runningOperation = (
  tenantState: TenantState,
  { environmentId, groupId }: { environmentId: string; groupId?: string },
): Operation | undefined =>
  tenantState.tenant.operations.list(
    (operation) =>
      isRunning(operation) &&
      (isSameId(operation.environmentId, environmentId) ||
        (groupId !== undefined && isSameId(operation.groupId, groupId))),
  )[0];

const isRunning = ({ status }: Readonly<Operation>): boolean => status === "running";

const requester = ({ principal }: Call): Operation["requestedBy"] => ({
  id: principal.id,
  displayName: principal.displayName ?? principal.id,
  type: principal.type,
});

function settle(tenantState: TenantState, operation: Operation): Operation {
  const { operationsEnd } = tenantState.settings.provisioning;
  const status = typeof operationsEnd === "string" ? operationsEnd : (operationsEnd[operation.name] ?? "Succeeded");
  if (status === "Succeeded") applyEffect(tenantState, operation);
  else undoEffect(tenantState, operation);
  return tenantState.tenant.operations.update(operation.id, { status, looksLeft: 0, endTime: tenantState.now() });
}
