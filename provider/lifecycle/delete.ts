import type { ResourceDefinition } from "../declare/define";
import { labelOf } from "../declare/identity";
import type { Values } from "../declare/plainValues";
import { timeoutMs } from "../declare/programFields";
import { carryOut, type Change } from "../remote/awaitChange";
import { confirmDeleted } from "../remote/confirmDeleted";
import { type Recorded, recordedOf } from "../remote/located";
import { collectionOf } from "../remote/look";
import { shapeOf } from "../remote/shapes";
import type { ApiResponse } from "../transport/api";
import { deleteAdvice } from "./advice/deleted";
import type { Context } from "./context";
import { failed } from "./failed";
import { recordedClaim } from "./runRecord";
import { tenantFor } from "./tenant";

/**
 * Deletes the object. An object that was deleted already is a success, also if the answer was lost. A refusal (409) is
 * explained and never a success.
 */
export async function remove(
  definition: ResourceDefinition,
  id: string,
  outputs: Values,
  context: Context,
): Promise<void> {
  const recorded = recordedOf(definition, id, outputs);
  const claim = recordedClaim(recorded, context);
  if (context.run.ownerOf(claim, "delete") === "another's") {
    // A forced replacement with `adopt` creates first and adopts the old object. Deleting it would lose both.
    const resource = labelOf(definition, outputs);
    const why = "was created or adopted in this run, or the program still has it";
    return context.warn(`${resource} was not deleted: ${id} ${why}`);
  }
  await tenantFor(definition, outputs, context);
  try {
    await unmake(recorded, context);
  } catch (error) {
    if (!(await confirmDeleted(recorded, error, context))) {
      throw failed(recorded, error, "delete", context, await deleteAdvice(recorded, error, context));
    }
  }
  context.run.isDeleted(claim);
  // Settings stay with their parent.
  if (definition.shape !== "setting") context.collections.remove(collectionOf(recorded), recorded.place.wireId);
}

async function unmake(recorded: Recorded, context: Context): Promise<void> {
  const { definition, place, outputs } = recorded;
  const { apiVersion, environmentOf } = definition;
  const change: Change = {
    resource: labelOf(definition, outputs),
    apiVersion,
    waitMs: timeoutMs(outputs.timeouts, "update") ?? context.pollTimeoutMs,
    environmentId: environmentOf?.(place),
    isDone: async () => (await shapeOf(definition).readNow(recorded, context)) === undefined,
  };
  const send = (): Promise<ApiResponse | undefined> => shapeOf(definition).unmake(recorded, context);
  await context.collections.dropOnFailure(place.collection, () => carryOut(change, send, context));
}
