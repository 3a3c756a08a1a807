import { DeletedError, NotFoundError } from "../errors";
import type { ResourceDefinition } from "../declare/define";
import { objectOf, recoveryOf, wireIdOf } from "../declare/identity";
import type { Values } from "../declare/plainValues";
import { inputsOf, isRecorded, keptOutputs, recordOutputs } from "../declare/record";
import { unchangeable } from "../declare/unchangeable";
import { type Recorded, recordedOf } from "../remote/located";
import { look } from "../remote/look";
import { shapeOf } from "../remote/shapes";
import type { Context } from "./context";
import { liveOrExpired } from "./expired";
import { explained } from "./failed";
import { warnOfDeletion, warnOfDrift } from "./fixedFields";
import { recordedClaim } from "./runRecord";
import { refuseForeignId, tenantFor } from "./tenant";

export interface ReadResult {
  readonly id: string;
  readonly outputs: Values;
  /** The inputs for the live object. Absent for a `get`, which manages nothing. */
  readonly inputs?: Values;
}

/**
 * Reads an object for a refresh (`outputs` is what state records) or a `get` (`outputs` is empty). `undefined` says that
 * a recorded object is proven to be deleted. A `get` of a missing object is an error that says where it looked and what is there.
 * @param declared the program's inputs, if the adapter knows them; `outputs` repeat them
 */
export async function read(
  definition: ResourceDefinition,
  id: string,
  outputs: Values,
  context: Context,
  declared: Values = outputs,
): Promise<ReadResult | undefined> {
  const tenantId = await tenantFor(definition, outputs, context);
  const recorded = recordedOf(definition, id, outputs);
  const { place } = recorded;
  refuseForeignId(definition, id, place, tenantId);
  const isGet = !isRecorded(outputs);
  const subject = { ...recorded, label: `${definition.kind} ${id}` };
  return explained(subject, isGet ? "get" : "read", context, async () => {
    const live = await liveOrExpired(recorded, await shapeOf(definition).read(recorded, context), context);
    if (live === undefined) {
      if (!isGet) return undefined;
      throw new NotFoundError(
        `not found in tenant ${tenantId}: looked for ${definition.wireId} "${place.wireId}" at ${place.collection}.\n` +
          `  ${await whatIsThere(recorded, context)}Check the id, the tenant and what the caller may read.`,
      );
    }
    const recovery = recoveryOf(definition, live);
    if (recovery !== undefined) {
      if (isGet) throw new DeletedError(`it ${recovery}`);
      await warnOfDeletion(recorded, recovery, context);
    }
    if (!isGet) {
      context.run.isInState(recordedClaim(recorded, context));
      await warnOfDrift(
        recorded,
        unchangeable(definition.fields, { live, olds: outputs, news: outputs }).drifted,
        context,
      );
    }
    const isImported = isGet && definition.fields.some(({ writeOnly }) => writeOnly === true);
    const found = {
      ...recordOutputs(definition, live, isGet ? {} : declared, tenantId),
      ...keptOutputs(outputs),
      ...(isImported || outputs.imported === true ? { imported: true } : {}),
    };
    if (isGet) {
      return { id: definition.address.id(found, wireIdOf(definition, live) ?? place.wireId), outputs: found };
    }
    return { id, outputs: found, inputs: inputsOf(definition, found) };
  });
}

/** Enough to notice a typing error in an id. */
const maxShown = 10;

async function whatIsThere(recorded: Recorded, context: Context): Promise<string> {
  const { definition, place } = recorded;
  if (definition.shape === "setting") return "";
  const listed = (await look(recorded, context, { isWhole: false })).items
    .map((item) => objectOf(definition, item, place))
    .filter((live) => live !== undefined);
  if (listed.length === 0) return "Nothing is there. ";
  const all = listed.map((live) => `${definition.title(live)} (${wireIdOf(definition, live) ?? "no id"})`);
  const more = listed.length > maxShown ? ` and ${listed.length - maxShown} more` : "";
  return `There: ${all.slice(0, maxShown).join(", ")}${more}. `;
}
