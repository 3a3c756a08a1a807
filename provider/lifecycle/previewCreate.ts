import { compare } from "../declare/compare";
import type { ResourceDefinition } from "../declare/define";
import { naturalKeyNames } from "../declare/identity";
import { containsUnknown, type Values } from "../declare/plainValues";
import { ValidationError } from "../errors";
import type { Desired } from "../remote/located";
import { shapeOf } from "../remote/shapes";
import { adopt } from "./adopt";
import type { Context } from "./context";
import { changeLine } from "./diff";
import { failed } from "./failed";
import { claimOf } from "./runRecord";
import { desire } from "./tenant";

/** Tenants that could not be reached. One attempt a run is enough. */
const outOfReach = new WeakSet<Context["api"]>();

/**
 * Warns in a preview about an object that exists already: the create would be refused, or would adopt it. Looks in the shared
 * listing if the natural key is known. It fails only for inputs that are wrong in this tenant, because a replacement that deletes
 * first finds its old object here, which is correct. The engine does not tell a provider whether it deletes first.
 */
export async function previewCreate(definition: ResourceDefinition, inputs: Values, context: Context): Promise<void> {
  if (definition.shape === "setting" || outOfReach.has(context.api)) return;
  if (naturalKeyNames(definition, inputs).some((name) => containsUnknown(inputs[name]))) return;
  let desired: Desired;
  let existing: readonly Values[];
  try {
    desired = await desire(definition, inputs, context);
    const { matches } = await shapeOf(definition).existing(desired, context, { isWhole: false });
    existing = matches.filter((live) => context.run.ownerOf(claimOf(desired, live, context), "create") !== "leaving");
  } catch (error) {
    if (error instanceof ValidationError) throw error;
    // The update reports it, with advice.
    outOfReach.add(context.api);
    return;
  }
  if (existing.length > 0) await foretell(desired, existing, context);
}

async function foretell(desired: Desired, existing: readonly Values[], context: Context): Promise<void> {
  const { definition, inputs, label } = desired;
  const claims = existing.map((live) => claimOf(desired, live, context));
  const [only] = claims;
  const isMine = only !== undefined && claims.length === 1 && context.run.ownerOf(only, "create") === "mine";
  // The present object is deleted first.
  if (isMine && context.run.isReplaced(only)) return;
  if (isMine && inputs.adopt !== true) {
    return context.warn(
      `${label} is a forced replacement: with the option \`deleteBeforeReplace: true\` the old object is deleted first, without it the new one is refused`,
    );
  }
  try {
    const { live, id, isOurs } = await adopt(desired, existing, context);
    const changes = containsUnknown(inputs) ? [] : compare(definition.fields, live, inputs).map(changeLine);
    const whose = isOurs
      ? `was made as ${id} by a run of this stack that was interrupted, and is adopted`
      : `exists already and is adopted as ${id}`;
    await context.warn([`${label} ${whose}`, ...changes].join("\n  "));
  } catch (error) {
    await context.warn(`as it looks now: ${failed(desired, error, "create", context).message}`);
  }
}
