import { DeletedError, PowerPlatformError } from "../errors";
import { type Change, compare } from "../declare/compare";
import type { ResourceDefinition } from "../declare/define";
import { labelOf } from "../declare/identity";
import { isEmpty, type Values } from "../declare/plainValues";
import { poll } from "../transport/poll";
import type { RemoteContext } from "./context";
import type { Located, Progress } from "./located";
import { recordWrite } from "./ownWrite";
import { isNotFound } from "./missing";
import { reportProgress } from "./reportProgress";
import { shapeOf } from "./shapes";

/** Brings a live object to its declared state: writes what differs, waits until it is final, and looks again. */
export async function converge(progress: Progress, context: RemoteContext): Promise<void> {
  for (const due of [settledChanges, changesOf]) {
    if (due(progress).length > 0) await write(progress, context);
    await settle(progress, context);
  }
  const left = changesOf(progress);
  if (left.length > 0) throw new PowerPlatformError(`the service kept ${left.map(describeLive).join(", ")}`);
}

const canChange = (definition: ResourceDefinition): boolean =>
  definition.shape === "setting" ||
  (definition.shape === "collection" && (definition.update ?? definition.changes) !== undefined);

const changesOf = ({ definition, live, inputs }: Progress): readonly Change[] =>
  compare(definition.fields, live, inputs);

const settlesOf = (definition: ResourceDefinition) =>
  definition.shape === "collection" ? definition.settles : undefined;

/** Without the member that is still in transition, because its final value is unknown. */
const settledChanges = (progress: Progress): readonly Change[] =>
  changesOf(progress).filter(({ path }) => path !== settlesOf(progress.definition)?.field || isSettled(progress));

const describeLive = ({ path, live }: Change): string => `${path}: ${isEmpty(live) ? "empty" : JSON.stringify(live)}`;

/** Whether the object is final. */
export function isSettled({ definition, live, inputs }: Pick<Progress, "definition" | "live" | "inputs">): boolean {
  return settlesOf(definition)?.isFinal(live, inputs) ?? true;
}

/** Sends the change. If its answer is lost, the live object shows the result. */
async function write(progress: Progress, context: RemoteContext): Promise<void> {
  const { definition, place } = progress;
  if (!canChange(definition)) return;
  const { change } = shapeOf(definition);
  let answered: Values | undefined;
  try {
    answered = await context.collections.dropOnFailure(place.collection, () => change(progress, context));
  } catch (error) {
    if (isNotFound(error)) await refuseDeleted(progress, context);
    if (!(error instanceof PowerPlatformError) || error.outcome !== "unknown") throw error;
    // The object that was read before is recorded, also if its present state is unknown.
    if (definition.shape === "setting") progress.isWritten = true;
    progress.live = answered = await mustRead(progress, context);
    if (settledChanges(progress).length > 0) throw error;
  }
  progress.isWritten = true;
  progress.live = answered ?? (await mustRead(progress, context));
  recordWrite(progress, progress.live, context);
}

/** A 404 to a change may not come from the service. The live object decides, if it can be read. */
async function refuseDeleted(progress: Progress, context: RemoteContext): Promise<void> {
  await mustRead(progress, context).catch((error: unknown) => {
    if (error instanceof DeletedError) throw error;
  });
}

/** The live object, read now. */
async function mustRead({ definition, place }: Located, context: RemoteContext): Promise<Values> {
  const live = await shapeOf(definition).readNow({ definition, place }, context);
  if (live === undefined) throw new DeletedError(`${definition.kind} ${place.wireId} was deleted`);
  return live;
}

/** Waits until the object is final. */
async function settle(progress: Progress, context: RemoteContext): Promise<void> {
  const { definition, inputs, waitMs } = progress;
  const settles = settlesOf(definition);
  if (settles === undefined || isSettled(progress)) return;
  await poll({
    read: async () => (progress.live = await mustRead(progress, context)),
    isDone: (live: Values) => isSettled({ definition, live, inputs }),
    what: "settling",
    describe: (live: Values) => `${settles.field} "${String(live[settles.field])}"`,
    timeoutMs: waitMs,
    clock: context.clock,
    onWait: reportProgress(context, labelOf(definition, inputs)),
    signal: context.signal,
  });
}
