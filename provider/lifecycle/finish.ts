import { DeletedError, PartialFailureError } from "../errors";
import { foundText, keptOutputs, readFound, recordOutputs } from "../declare/record";
import { compare } from "../declare/compare";
import type { SettingDefinition } from "../declare/define";
import { createKey } from "../declare/identity";
import type { Values } from "../declare/plainValues";
import { converge } from "../remote/converge";
import { awaitCreate } from "./awaitCreate";
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
  const { definition, inputs, id, tenantId } = progress;
  let kept: Kept = { outputs: {} };
  const outputs = (): Values => ({ ...recordOutputs(definition, progress.live, inputs, tenantId), ...kept.outputs });
  try {
    if (progress.failure !== undefined) throw progress.failure;
    kept = await keep(progress, context);
    await awaitCreate(progress, context);
    await converge(progress, context);
  } catch (error) {
    if (!progress.isWritten) await kept.refused?.();
    const advice = progress.isWritten || error instanceof DeletedError ? [whatNow(progress, error)] : [];
    const explained = failed(progress, error, operation, context, advice);
    throw progress.isWritten ? new PartialFailureError(id, outputs(), [explained.message]) : explained;
  }
  return { id, outputs: outputs() };
}

/** What is recorded beside the object. */
interface Kept {
  readonly outputs: Values;
  /** Nothing was changed. */
  readonly refused?: () => Promise<void>;
}

/** The values of settings before the change, and when the object was adopted. */
async function keep(progress: Finishing, context: Context): Promise<Kept> {
  const { definition, olds, adoptedAt } = progress;
  const outputs = keptOutputs(adoptedAt === undefined ? (olds ?? {}) : { adoptedAt });
  // Nobody knows what imported settings were before, whatever is changed later.
  const isImported = olds !== undefined && olds.found === undefined;
  if (definition.shape !== "setting" || isImported) return { outputs };
  const { found, ...kept } = await find(definition, progress, context);
  return { ...kept, outputs: { ...outputs, found } };
}

/** The values of settings before the change. They are noted before it is sent, for the run after a killed one. */
async function find(definition: SettingDefinition, progress: Finishing, context: Context) {
  const { live, inputs, olds, tenantId } = progress;
  const { intentLog, serviceClock } = context;
  const key = createKey(definition, inputs, tenantId);
  const noted = await intentLog.found(key);
  const found = foundText(definition, live, inputs, { ...readFound(noted), ...readFound(olds?.found) });
  if (compare(definition.fields, live, inputs).length === 0) return { found };
  await intentLog.sending(key, serviceClock.now(), found);
  intentLog.answered(key);
  // What an earlier run has noted holds.
  return noted === undefined ? { found, refused: () => intentLog.refused(key) } : { found };
}

function whatNow({ id, isWritten }: Finishing, error: unknown): string {
  if (!(error instanceof DeletedError))
    return `It exists and is kept in state as ${id}. Run \`pulumi up\` again to finish it.`;
  return isWritten
    ? `Somebody may have deleted it meanwhile. It is kept in state as ${id}. Run \`pulumi up\` again, which recreates it if it is deleted.`
    : "Somebody deleted it meanwhile. Run `pulumi up` again to recreate it.";
}
