import { DeletedError, PartialFailureError } from "../errors";
import { foundText, keptOutputs, recordOutputs } from "../declare/record";
import { labelOf } from "../declare/identity";
import type { Values } from "../declare/plainValues";
import { awaitChange, changeOf } from "../remote/awaitChange";
import { converge } from "../remote/converge";
import type { Context } from "./context";
import { failed } from "./failed";
import type { Obtained } from "./make";
import type { Progress } from "../remote/located";

/** An object as state records it. */
export interface Finished {
  readonly id: string;
  readonly outputs: Values;
}

/** An object that was created, or that is to be changed. */
export interface Finishing extends Progress, Obtained {
  live: Values;
  readonly id: string;
  /** What state has of an object that is changed. */
  readonly olds?: Values;
}

/** The rest of a create or update. After a failure, the live object is recorded. */
export async function finish(progress: Finishing, operation: "create" | "update", context: Context): Promise<Finished> {
  const { definition, inputs, id, answer, waitMs } = progress;
  const kept = keptOf(progress);
  const outputs = (): Values => ({ ...recordOutputs(definition, progress.live, inputs, progress.tenantId), ...kept });
  try {
    if (progress.failure !== undefined) throw progress.failure;
    if (answer !== undefined) {
      await awaitChange(answer, changeOf(progress, labelOf(definition, inputs), waitMs), context);
    }
    await converge(progress, context);
  } catch (error) {
    const advice = progress.isWritten || error instanceof DeletedError ? [whatNow(progress, error)] : [];
    const explained = failed(progress, error, operation, context, advice);
    throw progress.isWritten ? new PartialFailureError(id, outputs(), [explained.message]) : explained;
  }
  return { id, outputs: outputs() };
}

/** What is recorded beside the object: the values of settings before the change, and when it was adopted. */
function keptOf({ definition, live, inputs, olds, adoptedAt }: Finishing): Values {
  const kept = keptOutputs(adoptedAt === undefined ? (olds ?? {}) : { adoptedAt });
  // Nobody knows what imported settings were before, whatever is changed later.
  const isImported = olds !== undefined && olds.found === undefined;
  if (definition.shape !== "setting" || isImported) return kept;
  return { ...kept, found: foundText(definition, live, inputs, olds?.found) };
}

function whatNow({ id, isWritten }: Finishing, error: unknown): string {
  if (!(error instanceof DeletedError))
    return `It exists and is kept in state as ${id}. Run \`pulumi up\` again to finish it.`;
  return isWritten
    ? `Somebody may have deleted it meanwhile. It is kept in state as ${id}. Run \`pulumi up\` again, which recreates it if it is deleted.`
    : "Somebody deleted it meanwhile. Run `pulumi up` again to recreate it.";
}
