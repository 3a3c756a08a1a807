import { ConflictError, PowerPlatformError } from "../errors";
import type { ApiResponse } from "../transport/api";
import { type Context, touchedKey } from "./context";
import { converge, type Progress } from "./converge";
import type { Place, ResourceDefinition } from "./define";
import { canonicalForm, isValues, type Values } from "./fieldTree";
import { failed } from "./failed";
import { findLost } from "./findLost";
import { listLive, matching, wireIdOf } from "./find";
import { confirmListed } from "./confirmListed";
import { PartialFailureError } from "./partialFailure";
import { timeoutMs } from "./programFields";
import { recordOutputs } from "./record";
import { toWire } from "./wire";

export interface Created {
  readonly id: string;
  readonly outputs: Values;
}

/** A principal or scope that never becomes visible is mostly a wrong id, so the wait for it is bounded more tightly. */
const refusalWaitMs = 120_000;

/**
 * Makes the object, or takes over an existing one (`adopt`). From the moment the service has accepted it, every failure
 * is a PartialFailureError with its id.
 */
export async function create(
  definition: ResourceDefinition,
  inputs: Values,
  context: Context,
): Promise<Created> {
  const tenantId = await context.tenantId();
  const collection = definition.address.of(inputs);
  const lockKey = `${collection.collection} ${naturalKeyText(definition, inputs)}`;
  const live = await context.locks.run(lockKey, () => adoptOrPost(definition, inputs, tenantId, context));
  const wireId = wireIdOf(definition, live) ?? "";
  const id = definition.address.id(inputs, wireId);
  context.touched.add(touchedKey(definition.kind, id));
  const place: Place = { ...collection, wireId };
  const waitMs = timeoutMs(inputs.timeouts, "create") ?? context.pollTimeoutMs;
  return finish(
    id,
    { definition, place, inputs, tenantId, waitMs, live, isWritten: true },
    "create",
    context,
  );
}

/** The rest of a create or update; whatever goes wrong, what is live is recorded. */
export async function finish(
  id: string,
  progress: Progress,
  operation: "create" | "update",
  context: Context,
): Promise<Created> {
  const { definition, inputs, tenantId } = progress;
  const outputs = (): Values => recordOutputs(definition, progress.live, inputs, tenantId);
  try {
    await converge(progress, context);
    await confirmListed(progress, context);
  } catch (error) {
    const resource = `${definition.kind} ${definition.title(inputs)}`;
    const step = { resource, operation, access: "write", place: progress.place, values: inputs } as const;
    if (!progress.isWritten) throw failed(definition, error, step, context);
    const advice = [`It exists and is kept in state as ${id}. Run \`pulumi up\` again to finish it.`];
    const explained = failed(definition, error, { ...step, advice }, context);
    throw new PartialFailureError(id, outputs(), [explained.message]);
  }
  return { id, outputs: outputs() };
}

const naturalKeyText = (definition: ResourceDefinition, inputs: Values): string =>
  JSON.stringify(
    definition.fields
      .filter((node) => definition.naturalKey.includes(node.name))
      .map((node) => canonicalForm(node, inputs[node.name])),
  );

async function adoptOrPost(
  definition: ResourceDefinition,
  inputs: Values,
  tenantId: string,
  context: Context,
): Promise<Values> {
  const resource = `${definition.kind} ${definition.title(inputs)}`;
  const collection = definition.address.of(inputs);
  try {
    const before = await listLive(definition, collection, context);
    if (matching(definition, before, inputs).length > 0) {
      // What the shared listing shows may be gone by now.
      const now = matching(definition, await listLive(definition, collection, context, "fresh"), inputs);
      if (now.length > 0) return await takeOver(definition, inputs, now, context);
    }
    return await post(definition, inputs, tenantId, before, context);
  } catch (error) {
    const step = {
      resource,
      operation: "create",
      access: "write",
      place: collection,
      values: inputs,
    } as const;
    throw failed(definition, error, step, context);
  }
}

/** The existing object, where the program asks for it; otherwise an error that names it and the ways out. */
async function takeOver(
  definition: ResourceDefinition,
  inputs: Values,
  existing: readonly Values[],
  context: Context,
): Promise<Values> {
  const ids = existing.map((live) => definition.address.id(inputs, wireIdOf(definition, live) ?? ""));
  const [only, ...others] = existing;
  const [id = ""] = ids;
  if (context.touched.has(touchedKey(definition.kind, id))) {
    throw new ConflictError(
      `another resource of this program has just made or adopted the same one, ${id}.\n  Declare it once.`,
    );
  }
  if (inputs.adopt !== true) {
    throw new ConflictError(
      `it exists already as ${ids.join(", ")}; nothing was made or changed.\n` +
        "  To manage it with this program, also when an interrupted run made it, set `adopt: true` on the resource." +
        "\n  To keep both, change what tells them apart." +
        "\n  If it is this resource's own (`up --replace`), it is as declared and nothing has to be replaced.",
    );
  }
  if (only === undefined || others.length > 0) {
    throw new ConflictError(
      `\`adopt\` needs exactly one, and there are ${existing.length}: ${ids.join(", ")}; nothing was changed.\n  Delete the ones that are too many.`,
    );
  }
  await context.warn(
    `${definition.kind} ${definition.title(inputs)} exists already and was adopted as ${id}`,
  );
  return only;
}

async function post(
  definition: ResourceDefinition,
  inputs: Values,
  tenantId: string,
  before: readonly Values[],
  context: Context,
): Promise<Values> {
  const { collection } = definition.address.of(inputs);
  const waitMs = timeoutMs(inputs.timeouts, "create") ?? Math.min(context.pollTimeoutMs, refusalWaitMs);
  let answer: ApiResponse;
  try {
    answer = await context.collections.dropOnFailure(collection, () =>
      context.api.send({
        method: "POST",
        path: collection,
        query: { "api-version": definition.apiVersion },
        body: toWire(definition.fields, inputs, { tenantId }),
        ...(definition.waitsFor === undefined ? {} : { waitFor: { codes: definition.waitsFor, waitMs } }),
        ...(context.signal === undefined ? {} : { signal: context.signal }),
      }),
    );
  } catch (error) {
    if (!(error instanceof PowerPlatformError) || error.outcome !== "unknown") throw error;
    return findLost(definition, inputs, before, error, context);
  }
  const live = createdObject(definition, answer.body);
  if (live === undefined) {
    const cause = new PowerPlatformError(
      `the answer ${answer.status} to the create holds no ${definition.wireId}`,
    );
    return findLost(definition, inputs, before, cause, context);
  }
  context.collections.put(collection, definition.wireId, live);
  return live;
}

/** The new object, bare or (as Learn documents it for role assignments) as the one item of `value`. */
function createdObject(definition: ResourceDefinition, body: unknown): Values | undefined {
  const items = isValues(body) && Array.isArray(body.value) ? (body.value as unknown[]) : [body];
  return items.filter(isValues).find((item) => wireIdOf(definition, item) !== undefined);
}
