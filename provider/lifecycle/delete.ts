import { ConflictError, PowerPlatformError } from "../errors";
import type { ResourceDefinition } from "../declare/define";
import { createKey, isDeleted, labelOf } from "../declare/identity";
import type { Values } from "../declare/plainValues";
import { carryOut, changeOf } from "../remote/awaitChange";
import { confirmDeleted } from "../remote/confirmDeleted";
import { waitMsOf } from "../remote/context";
import { type Recorded, recordedOf } from "../remote/located";
import { confirmInItem, recordWrite } from "../remote/ownWrite";
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
  const tenantId = await tenantFor(definition, outputs, context);
  try {
    if (await isLeft(recorded, context)) return;
    await unmake(recorded, context);
  } catch (error) {
    if (!(await confirmDeleted(recorded, error, context))) {
      throw failed(recorded, error, "delete", context, await deleteAdvice(recorded, error, context));
    }
  }
  context.run.isDeleted(claim);
  recordWrite(recorded, undefined, context);
  // What is noted of settings is over.
  if (definition.shape === "setting") await context.intentLog.recorded(() => createKey(definition, outputs, tenantId));
}

/** Whether an object that must not be deleted is deleted already. @throws ConflictError when it is not */
async function isLeft(recorded: Recorded, context: Context): Promise<boolean> {
  const { definition, place, outputs } = recorded;
  if (definition.shape !== "collection") return false;
  const why = definition.keeps?.(place, outputs, context.run.isReplaced(recordedClaim(recorded, context)));
  if (why === undefined) return false;
  if (isDeleted(definition, await shapeOf(definition).readNow(recorded, context))) return true;
  throw new ConflictError(why);
}

async function unmake(recorded: Recorded, context: Context): Promise<void> {
  const { definition, place, outputs } = recorded;
  const change = {
    ...changeOf(recorded, labelOf(definition, outputs), waitMsOf(outputs, "update", context)),
    isDone: async () => isDeleted(definition, await shapeOf(definition).readNow(recorded, context)),
  };
  let answer: ApiResponse | undefined;
  const send = async (): Promise<ApiResponse | undefined> =>
    (answer = await shapeOf(definition).unmake(recorded, context));
  await context.collections.dropOnFailure(place.collection, () => carryOut(change, send, context));
  if (answer === undefined) return;
  await confirmInItem(recorded, false, context);
  if (definition.environmentOf !== undefined && !(await change.isDone())) {
    throw new PowerPlatformError("the service accepted it and still shows it", { outcome: "unknown" });
  }
}
