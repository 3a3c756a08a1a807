import { ConflictError, PowerPlatformError } from "../errors";
import type { ApiResponse } from "../transport/api";
import type { Listed } from "../transport/listed";
import { awaitListed } from "../remote/awaitListed";
import type { Context } from "./context";
import { converge, type Progress } from "../remote/converge";
import type { Place, ResourceDefinition } from "../declare/define";
import { createKey } from "../declare/createKey";
import { declaredTwice, existingFor, isLeaving } from "./existing";
import { labelOf } from "../declare/labelOf";
import { isValues, type Values } from "../declare/plainValues";
import { failed } from "./failed";
import { recoverLostCreate } from "../remote/recoverLostCreate";
import { isMissing, listLive, matching, wireIdOf } from "../remote/find";
import { confirmListed, needsListing } from "../remote/confirmListed";
import { pollListing } from "../remote/pollListing";
import { PartialFailureError } from "./partialFailure";
import { timeoutMs } from "../declare/programFields";
import { recordOutputs } from "../declare/record";
import { type Claim, objectOf } from "./runRecord";
import { toWire } from "../declare/wire";
import { yieldToRival } from "../remote/yieldToRival";

export interface Created {
  readonly id: string;
  readonly outputs: Values;
}

/** A principal or scope that never becomes visible is mostly a wrong id, so the wait for it is bounded more tightly. */
const refusalWaitMs = 120_000;

/** A create of a process that was killed may be carried out this long after it was sent. */
const underWayMs = 120_000;

/**
 * Makes the object, or takes over an existing one (`adopt`). From the moment the service has accepted it, every failure
 * is a PartialFailureError with its id.
 */
export function create(definition: ResourceDefinition, inputs: Values, context: Context): Promise<Created> {
  return context.run.attempt(labelOf(definition, inputs), () => createOnce(definition, inputs, context));
}

async function createOnce(
  definition: ResourceDefinition,
  inputs: Values,
  context: Context,
): Promise<Created> {
  const tenantId = await context.tenantId();
  const collection = definition.address.of(inputs);
  const key = createKey(definition, inputs, tenantId);
  const { id, wireId, live, isNew } = await context.locks.run(key, async () => {
    const found = await adoptOrPost(definition, inputs, tenantId, key, context);
    const wireId = wireIdOf(definition, found.live) ?? "";
    const id = definition.address.id(inputs, wireId);
    context.run.hasMade({ kind: definition.kind, id, urn: context.urn?.() }, key);
    return { id, wireId, ...found };
  });
  const place: Place = { ...collection, wireId };
  const waitMs = timeoutMs(inputs.timeouts, "create") ?? context.pollTimeoutMs;
  const progress: Progress = { definition, place, inputs, tenantId, waitMs, live, isNew, isWritten: true };
  try {
    return await finish(id, progress, "create", context);
  } finally {
    if (progress.isWritten) {
      context.intentLog.answered(key);
    } else {
      context.run.gaveWay(key);
      await context.intentLog.withdrawn(key);
    }
  }
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
    const listed = progress.isNew === true ? await yieldToRival(progress, context) : undefined;
    await converge(progress, context);
    await confirmListed(progress, context, listed);
  } catch (error) {
    const resource = labelOf(definition, inputs);
    const step = { resource, operation, access: "write", place: progress.place, values: inputs } as const;
    const advice = [whatNow(id, progress, error)];
    if (!progress.isWritten) {
      throw failed(definition, error, isMissing(error) ? { ...step, advice } : step, context);
    }
    const explained = failed(definition, error, { ...step, advice }, context);
    const recorded = needsListing(progress) ? { ...outputs(), unlisted: true } : outputs();
    throw new PartialFailureError(id, recorded, [explained.message]);
  }
  return { id, outputs: outputs() };
}

function whatNow(id: string, { isWritten }: Progress, error: unknown): string {
  if (!isMissing(error))
    return `It exists and is kept in state as ${id}. Run \`pulumi up\` again to finish it.`;
  return isWritten
    ? `Somebody may have deleted it meanwhile. It is kept in state as ${id}. Run \`pulumi up\` again, which makes it anew if it is gone.`
    : "Somebody deleted it meanwhile. Run `pulumi up` again to make it anew.";
}

/** The object that a create is about. */
interface Found {
  readonly live: Values;
  /** This create made it, beyond doubt. */
  readonly isNew: boolean;
}

async function adoptOrPost(
  definition: ResourceDefinition,
  inputs: Values,
  tenantId: string,
  key: string,
  context: Context,
): Promise<Found> {
  const resource = labelOf(definition, inputs);
  const collection = definition.address.of(inputs);
  try {
    // A list may not show yet what this process has made.
    const made = context.run.idOf(key);
    if (made !== undefined) throw declaredTwice(made);
    const sentAt = await context.intentLog.sentAt(key);
    if (matching(definition, await listLive(definition, collection, context), inputs).length > 0) {
      // What the shared listing shows may be gone by now, and what this run renames soon be called otherwise.
      const look = async (): Promise<readonly Values[]> =>
        matching(definition, await listLive(definition, collection, context, "fresh"), inputs);
      const isFree = (seen: readonly Values[]): boolean =>
        !seen.some((live) => isLeaving(definition, inputs, live, context));
      const now = await pollListing(look, isFree, context);
      if (now.length > 0) return await takeOver(definition, inputs, now, sentAt, context);
    }
    const before = await listLive(definition, collection, context, "complete");
    const hidden = matching(definition, before, inputs);
    if (hidden.length > 0) return await takeOver(definition, inputs, hidden, sentAt, context);
    if (sentAt !== undefined && context.clock.now() - sentAt < underWayMs) {
      const late = await awaitListed(definition, inputs, before, context);
      if (late.length > 0) return await takeOver(definition, inputs, late, sentAt, context);
    }
    return await post(definition, inputs, tenantId, key, before, context);
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

/** The existing object, if it may be taken over, which the user is told. */
async function takeOver(
  definition: ResourceDefinition,
  inputs: Values,
  existing: readonly Values[],
  sentAt: number | undefined,
  context: Context,
): Promise<Found> {
  const { live, id, isOurs } = existingFor(definition, inputs, existing, sentAt, context);
  // What an interrupted run has made is in no state, unless that run recorded it and ended before its note was gone.
  if (!isOurs) await context.intentLog.takes(objectOf({ kind: definition.kind, id }));
  const whose = isOurs
    ? `was made as ${id} by a run of this stack that was interrupted; from now on it is in state`
    : `exists already and was adopted as ${id}`;
  await context.warn(`${labelOf(definition, inputs)} ${whose}`);
  return { live, isNew: false };
}

async function post(
  definition: ResourceDefinition,
  inputs: Values,
  tenantId: string,
  key: string,
  before: Listed,
  context: Context,
): Promise<Found> {
  const { collection } = definition.address.of(inputs);
  const parent = definition.parent?.(inputs);
  if (parent !== undefined && context.run.isDeleted(parent)) throw parentDeleted(parent);
  const waitMs = timeoutMs(inputs.timeouts, "create") ?? Math.min(context.pollTimeoutMs, refusalWaitMs);
  let answer: ApiResponse;
  await context.intentLog.sending(key);
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
    if (!(error instanceof PowerPlatformError) || error.outcome !== "unknown") {
      await context.intentLog.refused(key);
      throw error;
    }
    return { live: await recoverLostCreate(definition, inputs, before, error, context), isNew: false };
  }
  const live = createdObject(definition, answer.body);
  if (live === undefined) {
    const cause = new PowerPlatformError(
      `the answer ${answer.status} to the create holds no ${definition.wireId}`,
    );
    return { live: await recoverLostCreate(definition, inputs, before, cause, context), isNew: false };
  }
  context.collections.put(collection, definition.wireId, live);
  return { live, isNew: true };
}

/** The service would answer what it answers where the parent has just been made, too. */
const parentDeleted = ({ kind, id }: Pick<Claim, "kind" | "id">): ConflictError =>
  new ConflictError(
    `this run has deleted the ${kind} ${id} that it belongs to; nothing was made.\n` +
      "  What `--target` and `--exclude` leave out is not told the id of the new one. Run `pulumi up` again without them.",
  );

/** The new object, bare or (as Learn documents it for role assignments) as the one item of `value`. */
function createdObject(definition: ResourceDefinition, body: unknown): Values | undefined {
  const items = isValues(body) && Array.isArray(body.value) ? (body.value as unknown[]) : [body];
  return items.filter(isValues).find((item) => wireIdOf(definition, item) !== undefined);
}
