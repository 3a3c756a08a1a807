import { ConflictError } from "../errors";
import type { Change } from "../declare/compare";
import { labelOf } from "../declare/identity";
import { quoted } from "../declare/quoted";
import { type Sides, unchangeable } from "../declare/unchangeable";
import type { Recorded } from "../remote/located";
import type { Context } from "./context";

/** What follows from differences in what the API cannot change. */
export interface FixedFields {
  /** What a new object is necessary for. The program allows it. */
  readonly replacing: readonly Change[];
  /** What is only recorded. */
  readonly unrecorded: readonly Change[];
}

/**
 * Decides about what the API cannot change. What somebody else has changed in the tenant is named in a warning, and nothing is done.
 * @throws ConflictError with the ways on where the program changes something and does not allow a replacement
 */
export async function judgeFixedFields(recorded: Recorded, sides: Sides, context: Context): Promise<FixedFields> {
  const { changed, drifted, unrecorded } = unchangeable(recorded.definition.fields, sides);
  if (changed.length > 0 && sides.news.allowReplacement !== true) throw cannotChange(recorded, changed);
  await warnOfDrift(recorded, drifted, context);
  return { replacing: changed, unrecorded };
}

function cannotChange({ definition: { kind } }: Recorded, changed: readonly Change[]): ConflictError {
  const paths = changed.map(({ path }) => JSON.stringify(path)).join(", ");
  const lines = changed.map(({ path, live, declared, node }) => {
    const how = node.writeOnly === true ? "is only used at creation" : "cannot be changed by the API";
    return `${path} ${how}: ${show(live)} => ${show(declared)}`;
  });
  return new ConflictError(
    `${lines.join("; ")}; nothing was changed.\n` +
      `  To keep the ${kind}, undo the change in the program. If it was made in the admin center, write here what the tenant has.\n` +
      `  To leave it to others, set the resource option \`ignoreChanges: [${paths}]\`.\n` +
      `  To make another ${kind} in its place, set \`allowReplacement: true\`: the present one is deleted with everything in it.`,
  );
}

/** Names what somebody else has changed and the API cannot change back. */
export async function warnOfDrift(
  { definition, id, outputs }: Recorded,
  drifted: readonly Change[],
  { warnOnce }: Pick<Context, "warnOnce">,
): Promise<void> {
  for (const { path, live, declared } of drifted) {
    await warnOnce(
      `${definition.kind} ${id} ${path}`,
      `drift in ${labelOf(definition, outputs)} (${id}): ${path} is ${show(live)} in the tenant and ${show(declared)} in the program. ` +
        "The API cannot change it back, so nothing is done.\n" +
        "  Change it back in the admin center, or write in the program what the tenant has, " +
        `or leave it to others with the resource option \`ignoreChanges: [${JSON.stringify(path)}]\`.`,
    );
  }
}

/** Names a deleted object that can be recovered. */
export const warnOfDeletion = (
  { definition, id, outputs }: Recorded,
  recovery: string,
  { warnOnce }: Pick<Context, "warnOnce">,
): Promise<void> =>
  warnOnce(
    `${definition.kind} ${id} deleted`,
    `drift in ${labelOf(definition, outputs)} (${id}): it ${recovery}. Nothing is done.\n` +
      "  Recover it and run `pulumi up` again. To make another one, run `pulumi state delete` for it first.",
  );

const show = (value: unknown): string => {
  if (value === undefined || value === null) return "empty";
  return typeof value === "string" ? quoted(value) : JSON.stringify(value);
};
