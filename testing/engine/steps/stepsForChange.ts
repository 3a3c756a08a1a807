import { containsSecret, reveal } from "../properties/secrets";
import type { Properties } from "../properties/value";
import { isReplacing } from "../providers/diff";
import type { ResourceState } from "../state/resourceState";
import type { Aliases } from "./aliases";
import { checkInputs } from "./checkInputs";
import { decideDiff, isTargeted } from "./decideDiff";
import type { Goal } from "./goal";
import type { Operation } from "./operation";
import type { Replacements } from "./replacements";
import { ResourceError } from "./resourceError";
import type { Step } from "./step";
import { updateStep } from "./updateStep";

/** The facts that decide the steps for a recorded resource. */
export interface ChangeContext {
  operation: Operation;
  aliases: Aliases;
  replacements: Replacements;
  seed: Uint8Array;
}

/** The steps for a recorded resource: a replacement, an update, or a no-op. */
export async function stepsForChange(
  { operation, aliases, replacements, seed }: ChangeContext,
  goal: Goal,
  old: ResourceState,
  now: ResourceState,
): Promise<Step[]> {
  const diff = await decideDiff(operation, aliases, goal, old, now);
  if ((diff.changes && isReplacing(diff)) || old.pendingReplacement) {
    refuseIfProtected(operation, old, now);
    refuseIfImported(operation, goal, old, now, diff.replaceKeys);
    if (!isTargeted(operation, now.urn, old)) now.inputs = await checkInputs(operation, now, {}, goal.properties, seed);
    const deleteFirst = goal.deleteBeforeReplace ?? diff.deleteBeforeReplace;
    return replacements.steps(old, now, { replaceKeys: diff.replaceKeys, diff, deleteFirst });
  }
  return diff.changes || old.initErrors.length > 0 ? [updateStep(operation, old, now, diff)] : [];
}

function refuseIfProtected(operation: Operation, old: ResourceState, now: ResourceState): void {
  if (!old.protect || !now.protect) return;
  const error = new ResourceError(now.urn, [
    `unable to replace resource "${now.urn}"\nas it is currently marked for protection. To unprotect the resource, ` +
      "remove the `protect` flag from the resource in your Pulumi program and run `pulumi up`",
  ]);
  if (!operation.preview) throw error;
  operation.flag(error);
}

/** A replacement has another id than the option `import` asks for. */
function refuseIfImported(
  operation: Operation,
  goal: Goal,
  old: ResourceState,
  now: ResourceState,
  replaceKeys: readonly string[],
): void {
  if (goal.importId === "") return;
  const changes = replaceKeys.map((key) => `${key}: ${shown(old.inputs, key)} => ${shown(now.inputs, key)}`);
  const message =
    "previously-imported resources that still specify an ID may not be replaced; " +
    `please remove the \`import\` declaration from your program;\n${changes.join("\n")}`;
  if (!operation.preview) throw new ResourceError(now.urn, [message]);
  operation.report({ severity: "warning", message, urn: now.urn });
}

function shown(inputs: Properties, key: string): string {
  const value = inputs[key];
  if (value === undefined || value === null) return "{<nil>}";
  if (containsSecret(value)) return "[secret]";
  return typeof value === "string" ? `{${value}}` : `{${JSON.stringify(reveal(value))}}`;
}
