import { compare } from "../declare/compare";
import type { Context } from "./context";
import { createKey } from "../declare/createKey";
import type { ResourceDefinition } from "../declare/define";
import { changeLine } from "./diff";
import { existingFor, isLeaving } from "./existing";
import { failed } from "./failed";
import { labelOf } from "../declare/labelOf";
import type { Values } from "../declare/plainValues";
import { idOfLive, listLive, matching } from "../remote/find";
import { containsUnknown } from "../declare/unknown";

/** Tenants that could not be asked: one attempt a run is enough. */
const outOfReach = new WeakSet<Context["api"]>();

/**
 * Says in a preview what the create would say of an object that exists already: that it is refused, or what it takes over.
 * Looks where the natural key is known, in the listing that all share, and never fails: a replacement that deletes first meets
 * its predecessor here, and that is no mistake. Whether it deletes first is not told to a provider.
 */
export async function previewCreate(
  definition: ResourceDefinition,
  inputs: Values,
  context: Context,
): Promise<void> {
  if (outOfReach.has(context.api)) return;
  if (definition.naturalKey.some((name) => containsUnknown(inputs[name]))) return;
  const resource = labelOf(definition, inputs);
  const place = definition.address.of(inputs);
  let existing: readonly Values[];
  let sentAt: number | undefined;
  try {
    existing = matching(definition, await listLive(definition, place, context), inputs).filter(
      (live) => !isLeaving(definition, inputs, live, context),
    );
    if (existing.length === 0) return;
    if (isItsOwn(definition, inputs, existing, context)) {
      await warnOfPredecessor(resource, context);
      return;
    }
    sentAt = await context.intentLog.sentAt(createKey(definition, inputs, await context.tenantId()));
  } catch {
    // The update says it, with what to do about it.
    outOfReach.add(context.api);
    return;
  }
  try {
    const { live, id, isOurs } = existingFor(definition, inputs, existing, sentAt, context);
    const changes = containsUnknown(inputs) ? [] : compare(definition.fields, live, inputs).map(changeLine);
    const whose = isOurs
      ? `was made as ${id} by a run of this stack that was interrupted, and is taken over`
      : `exists already and is adopted as ${id}`;
    await context.warn([`${resource} ${whose}`, ...changes].join("\n  "));
  } catch (error) {
    const step = { resource, operation: "create", access: "write", place, values: inputs } as const;
    await context.warn(`as it looks now: ${failed(definition, error, step, context).message}`);
  }
}

/** Whether there is just this resource's own object, and one with the same natural key is to take its place. */
const isItsOwn = (
  definition: ResourceDefinition,
  inputs: Values,
  [live, ...others]: readonly Values[],
  { run, urn }: Context,
): boolean =>
  live !== undefined &&
  others.length === 0 &&
  inputs.adopt !== true &&
  run.isItsOwn({ kind: definition.kind, id: idOfLive(definition, inputs, live), urn: urn?.() });

const warnOfPredecessor = async (resource: string, { warn }: Context): Promise<void> => {
  await warn(
    `${resource} is replaced by its like: with the option \`deleteBeforeReplace: true\` the old one goes first, without it the new one is refused`,
  );
};
