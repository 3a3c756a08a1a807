import type { Answer } from "../../answer";
import { answer } from "../../answer";
import type { Call } from "../../call";
import { refuse } from "../../refusal";
import type { Operation } from "../../tenant/operation";
import type { World } from "../../world";

/** An operation as `OperationExecutionResult`. */
export function lifecycleWire(world: World, operation: Operation): object {
  const environment = world.tenant.environments.get(operation.environmentId);
  const { requestedBy } = operation;
  return {
    name: operation.name,
    operationId: operation.id,
    status: operation.status === "running" ? "InProgress" : operation.status,
    startTime: operation.startTime,
    endTime: operation.endTime ?? null,
    requestedBy: {
      userId: requestedBy.id,
      displayName: requestedBy.displayName,
      type: requestedBy.type,
      tenantId: world.tenant.id,
    },
    stageStatuses: [],
    updatedEnvironment: {
      environmentId: operation.environmentId,
      ...(typeof environment?.displayName === "string" ? { displayName: environment.displayName } : {}),
      ...(typeof environment?.url === "string" ? { dataverseOrganizationUrl: environment.url } : {}),
    },
    errorDetail: operation.status === "Failed" ? { code: "OperationFailed", fieldErrors: null } : null,
  };
}

/** `Retry-After`, when the settings ask for it. */
export function retryAfter(world: World): Record<string, string> {
  const seconds = world.settings.provisioning.retryAfterSeconds;
  return seconds === null ? {} : { "retry-after": String(seconds) };
}

/**
 * 202. Neither Microsoft's reference nor its SDK has a body or a header, so a client finds the operation in the list of the
 * environment; the setting adds a Location, or a Location and the operation as body.
 */
export function accepted(call: Call, operation: Operation): Answer {
  const { world } = call;
  const { accepted: shape } = world.settings.provisioning;
  if (shape === "bare" || world.settings.answers === "documented") return answer(202);
  const version = call.query["api-version"] ?? "";
  const location = `${world.baseUrl}/environmentmanagement/operations/${operation.id}?api-version=${version}`;
  const hasBody = call.operation.responses[202]?.content !== undefined;
  return answer(202, hasBody && shape === "operation" ? lifecycleWire(world, operation) : undefined, {
    location,
    ...retryAfter(world),
  });
}

/** 404 where the contract has it for this operation, else 400. */
export function environmentMissing(call: Call, environmentId: string): Answer {
  return refuse(call, call.operation.responses[404] === undefined ? 400 : 404, {
    code: "EnvironmentNotFound",
    message: `The environment '${environmentId}' could not be found.`,
    field: "environmentId",
  });
}

/** 409 where the contract has it for this operation, else 400. */
export function conflict(call: Call, code: string, message: string): Answer {
  return refuse(call, call.operation.responses[409] === undefined ? 400 : 409, { code, message });
}
