import { NotFoundError } from "../errors";
import type { Context } from "./context";
import type { Place, ResourceDefinition } from "../declare/define";
import { failed } from "./failed";
import { isValues, type Values } from "../declare/plainValues";
import { findLive, listLive, wireIdOf } from "../remote/find";
import { inputsOf, isRecorded, recordOutputs } from "../declare/record";
import { refuseForeignId, tenantFor } from "./tenant";

export interface ReadResult {
  readonly id: string;
  readonly outputs: Values;
  /** The inputs that give what is live; absent for a `get`, which manages nothing. */
  readonly inputs?: Values;
}

/**
 * Reads an object for a refresh (`outputs` is what state records) or a `get` (`outputs` is empty). `undefined` says that
 * a recorded object is proven to be gone; a `get` of a missing one is an error that says where it looked and what is there.
 * @param declared the program's inputs, where the adapter is told; `outputs` repeat them
 */
export async function read(
  definition: ResourceDefinition,
  id: string,
  outputs: Values,
  context: Context,
  declared: Values = outputs,
): Promise<ReadResult | undefined> {
  const tenantId = await tenantFor(definition, outputs, context);
  const place = definition.address.parse(id);
  refuseForeignId(definition, id, place, tenantId);
  const isGet = !isRecorded(outputs);
  try {
    const live = await findLive(definition, place, context, outputs);
    if (live === undefined) {
      if (!isGet) return undefined;
      throw new NotFoundError(
        `not found in tenant ${tenantId}: looked for ${definition.wireId} "${place.wireId}" at ${place.collection}.\n` +
          `  ${await whatIsThere(definition, place, context)} Check the id, the tenant and what the caller may read.`,
      );
    }
    if (!isGet) context.run.hasSeen({ kind: definition.kind, id, urn: context.urn?.() });
    const recorded = recordOutputs(definition, live, isGet ? {} : declared, tenantId);
    const wireId = wireIdOf(definition, live) ?? place.wireId;
    const found = { id: isGet ? definition.address.id(recorded, wireId) : id, outputs: recorded };
    return isGet ? found : { ...found, inputs: inputsOf(definition, recorded) };
  } catch (error) {
    throw failed(
      definition,
      error,
      {
        resource: `${definition.kind} ${id}`,
        operation: isGet ? "get" : "read",
        access: "read",
        place,
        values: outputs,
      },
      context,
    );
  }
}

/** As many as help to see a slip in an id. */
const maxShown = 10;

async function whatIsThere(definition: ResourceDefinition, place: Place, context: Context): Promise<string> {
  const listed = (await listLive(definition, place, context)).items.filter(isValues);
  if (listed.length === 0) return "Nothing is there.";
  const shown = listed
    .slice(0, maxShown)
    .map((live) => `${definition.title(live)} (${wireIdOf(definition, live) ?? "no id"})`);
  const more = listed.length > maxShown ? ` and ${listed.length - maxShown} more` : "";
  return `There: ${shown.join(", ")}${more}.`;
}
