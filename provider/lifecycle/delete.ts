import { ConflictError } from "../errors";
import type { ResourceDefinition } from "../declare/define";
import { labelOf } from "../declare/identity";
import { isValues, type Values } from "../declare/plainValues";
import { quoted } from "../declare/quoted";
import { timeoutMs } from "../declare/programFields";
import { carryOut, type Change } from "../remote/awaitChange";
import { confirmDeleted, isSaidMissing } from "../remote/confirmDeleted";
import { type Recorded, recordedOf } from "../remote/located";
import { collectionOf } from "../remote/look";
import { isNotFound } from "../remote/missing";
import { shapeOf } from "../remote/shapes";
import type { ApiResponse } from "../transport/api";
import { listAll } from "../transport/paginate";
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
    if (!(await confirmDeleted(recorded, error, context)))
      throw failed(recorded, error, "delete", context, await adviceOn(recorded, error, context));
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
    ...(environmentOf === undefined ? {} : { environmentId: environmentOf(place) }),
    isDone: async () => (await shapeOf(definition).readNow(recorded, context)) === undefined,
  };
  const send = (): Promise<ApiResponse | undefined> => shapeOf(definition).unmake(recorded, context);
  await context.collections.dropOnFailure(place.collection, () => carryOut(change, send, context));
}

async function adviceOn(recorded: Recorded, error: unknown, context: Context): Promise<readonly string[]> {
  if (isSaidMissing(recorded, error)) {
    return ["The service says that it does not exist, and shows it all the same. Run the command again in a moment."];
  }
  return isNotFound(error) ? [notFoundAdvice] : heldAdvice(recorded, error, context);
}

const notFoundAdvice =
  "The tenant shows it all the same, or does not say. Something on the way may have answered in place of the service: check proxy, gateway and endpoint.";

/** The maximum number of names in an error. */
const mostNamed = 20;

/** For a 409: what still holds the object, by name. */
async function heldAdvice(
  { definition, place }: Recorded,
  error: unknown,
  context: Context,
): Promise<readonly string[]> {
  const heldBy = definition.shape === "collection" ? definition.heldBy : undefined;
  if (!(error instanceof ConflictError) || heldBy === undefined) return [];
  try {
    const items = await listAll(context.api, {
      method: "GET",
      path: heldBy.list,
      query: { "api-version": definition.apiVersion },
    });
    const holders = items
      .filter(isValues)
      .filter((item) => String(item[heldBy.pointer]).toLowerCase() === place.wireId.toLowerCase())
      .map((item) => `${quoted(item[heldBy.name])} (${String(item.id)})`);
    if (holders.length === 0) {
      const isExplained = error.codes?.some((code) => definition.codeAdvice?.[code] !== undefined) === true;
      return isExplained ? [] : ["The service does not show what holds it; see its own words above."];
    }
    const what = holders.length === 1 ? heldBy.one : heldBy.many;
    const named = holders.slice(0, mostNamed).join(", ");
    const more = holders.length > mostNamed ? ` and ${holders.length - mostNamed} more` : "";
    return [`Still inside: ${holders.length} ${what}: ${named}${more}. ${heldBy.advice}`];
  } catch {
    return [`Which ${heldBy.many} are still inside could not be read. ${heldBy.advice}`];
  }
}
