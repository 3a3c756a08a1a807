import type { Call } from "../../call";
import { isSameId } from "../../tenant/entity";
import type { Effect, Operation } from "../../tenant/operation";
import type { World } from "../../world";
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
  const { world, principal } = call;
  const operation = world.tenant.operations.add({
    ...start,
    looksLeft: looks ?? world.settings.provisioning.operations,
    requestedBy: {
      id: principal.id,
      displayName: principal.displayName ?? principal.id,
      type: principal.type,
    },
  });
  return operation.looksLeft === 0 ? settle(world, operation) : operation;
}

/** A check that changes nothing (`ValidateOnly`). */
export const startValidation = (call: Call, name: string, environmentId: string): Operation =>
  call.world.tenant.operations.add({
    family: "lifecycle",
    name,
    environmentId,
    status: "ValidationPassed",
    endTime: call.world.now(),
  });

/** The operation as a read sees it. Each read brings a running operation one step nearer to its end. */
export function look(world: World, operation: Operation): Operation {
  if (operation.status !== "running") return operation;
  if (operation.looksLeft === 0) return settle(world, operation);
  return world.tenant.operations.update(operation.id, { looksLeft: operation.looksLeft - 1 });
}

/** A read of an environment (all, when no id is given) is a look at its operations too: clients may poll it instead. */
export function lookAtEnvironment(world: World, environmentId?: string): void {
  for (const operation of world.tenant.operations.list()) {
    if (environmentId === undefined || isSameId(operation.environmentId, environmentId))
      look(world, operation);
  }
}

export const isBusy = (world: World, environmentId: string): boolean =>
  world.tenant.operations
    .list()
    .some((operation) => operation.status === "running" && isSameId(operation.environmentId, environmentId));

function settle(world: World, operation: Operation): Operation {
  const status = world.settings.provisioning.operationsEnd;
  if (status === "Succeeded") applyEffect(world, operation);
  return world.tenant.operations.update(operation.id, { status, looksLeft: 0, endTime: world.now() });
}

function applyEffect({ tenant }: World, { effect, environmentId }: Operation): void {
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
