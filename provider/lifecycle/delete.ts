import { ConflictError } from "../errors";
import { listAll } from "../transport/paginate";
import type { Context } from "./context";
import type { ResourceDefinition } from "../declare/define";
import { failed } from "./failed";
import { labelOf } from "../declare/labelOf";
import { isValues, type Values } from "../declare/plainValues";
import { confirmDeleted, isSaidGone } from "../remote/confirmDeleted";
import { quoted } from "../declare/quoted";
import { objectOf } from "./runRecord";
import { sendDelete } from "../remote/sendDelete";
import { tenantFor } from "./tenant";

/**
 * Deletes the object. One that is gone is done, also when nobody said so because the answer was lost; a refusal (409) is
 * explained and never success.
 */
export async function remove(
  definition: ResourceDefinition,
  id: string,
  outputs: Values,
  context: Context,
): Promise<void> {
  const resource = labelOf(definition, outputs);
  const holding = { kind: definition.kind, id, urn: context.urn?.() };
  if (context.run.isMade(holding) || (await context.intentLog.isTaken(objectOf(holding)))) {
    // A forced replacement with `adopt` creates first and gets its own predecessor: deleting it would lose both.
    await context.warn(`${resource} was made or adopted as ${id} in this run, so it was not deleted`);
    return;
  }
  if (context.run.isKept(holding)) {
    await context.warn(`${resource} was not deleted: the program still has ${id}`);
    return;
  }
  await tenantFor(definition, outputs, context);
  const place = definition.address.parse(id);
  try {
    await sendDelete(definition, place, context);
  } catch (error) {
    if (!(await confirmDeleted(definition, place, error, context))) {
      const advice = isSaidGone(definition, place, error)
        ? [
            "The service says that it does not exist, and shows it all the same. Run the command again in a moment.",
          ]
        : await heldAdvice(definition, place.wireId, error, context);
      const step = {
        resource,
        operation: "delete",
        access: "delete",
        place,
        values: outputs,
        advice,
      } as const;
      throw failed(definition, error, step, context);
    }
  }
  context.run.hasDeleted(holding);
  context.collections.remove(place.collection, definition.wireId, place.wireId);
}

/** For a 409: what still holds the object, by name. */
async function heldAdvice(
  definition: ResourceDefinition,
  wireId: string,
  error: unknown,
  context: Context,
): Promise<readonly string[]> {
  const { heldBy } = definition;
  if (!(error instanceof ConflictError) || heldBy === undefined) return [];
  try {
    const items = await listAll(context.api, {
      method: "GET",
      path: heldBy.list,
      query: { "api-version": definition.apiVersion },
    });
    const holders = items
      .filter(isValues)
      .filter((item) => String(item[heldBy.pointer]).toLowerCase() === wireId.toLowerCase())
      .map((item) => `${quoted(item[heldBy.name])} (${String(item.id)})`);
    if (holders.length === 0) {
      const isExplained = error.codes?.some((code) => definition.codeAdvice?.[code] !== undefined) === true;
      return isExplained ? [] : ["The service does not show what holds it; see its own words above."];
    }
    const what = holders.length === 1 ? heldBy.one : heldBy.many;
    return [`Still inside: ${holders.length} ${what}: ${holders.join(", ")}. ${heldBy.advice}`];
  } catch {
    return [`Which ${heldBy.many} are still inside could not be read. ${heldBy.advice}`];
  }
}
