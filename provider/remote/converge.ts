import { labelOf } from "../declare/labelOf";
import { isEmpty, isValues, type Values } from "../declare/plainValues";
import { type Change, compare } from "../declare/compare";
import type { RemoteContext } from "./context";
import type { Place, ResourceDefinition } from "../declare/define";
import { getLive, itemPath } from "./find";
import { NotFoundError, PowerPlatformError } from "../errors";
import { poll } from "../transport/poll";
import { reportProgress } from "./reportProgress";
import { overlay } from "../declare/wire";

/** An object on its way to what the program declares; `live` is what was seen last. */
export interface Progress {
  readonly definition: ResourceDefinition;
  readonly place: Place;
  readonly inputs: Values;
  readonly tenantId: string;
  readonly waitMs: number;
  live: Values;
  /** The create under way made it, beyond doubt. */
  readonly isNew?: boolean;
  /** The service has accepted a change; from then on a failure is a partial one. */
  isWritten: boolean;
}

/** Brings a live object to its declared state: writes what differs, waits until it is final, and looks again. */
export async function converge(progress: Progress, context: RemoteContext): Promise<void> {
  const { definition } = progress;
  if (settledChanges(progress).length > 0) await put(progress, context);
  await settle(progress, context);
  if (changesOf(progress).length > 0 && definition.update !== undefined) {
    await put(progress, context);
    await settle(progress, context);
  }
  const left = changesOf(progress);
  if (left.length > 0) throw new PowerPlatformError(`the service kept ${left.map(describeLive).join(", ")}`);
}

const changesOf = ({ definition, live, inputs }: Progress): readonly Change[] =>
  compare(definition.fields, live, inputs);

/** Without the member that is still in transition: what it will become is not known yet. */
const settledChanges = (progress: Progress): readonly Change[] =>
  changesOf(progress).filter(
    ({ path }) =>
      path !== progress.definition.settles?.field || isSettled(progress.definition, progress.live),
  );

const describeLive = ({ path, live }: Change): string =>
  `${path}: ${isEmpty(live) ? "empty" : JSON.stringify(live)}`;

export function isSettled({ settles }: ResourceDefinition, live: Values): boolean {
  return settles === undefined || settles.done.includes(String(live[settles.field]));
}

/** Sends the change. PUT is idempotent, so the transport replays it; when its answer is lost for good, the object itself tells. */
async function put(progress: Progress, context: RemoteContext): Promise<void> {
  const { definition, place, inputs, live, tenantId } = progress;
  const { update } = definition;
  if (update === undefined) return;
  const whole = overlay(definition.fields, live, inputs, { tenantId });
  const isSent = (name: string): boolean =>
    update.sends === "entity"
      ? name !== definition.wireId && !name.startsWith("@odata.") && update.except?.includes(name) !== true
      : update.sends.includes(name);
  const body = Object.fromEntries(Object.entries(whole).filter(([name]) => isSent(name)));
  try {
    const { body: answered } = await context.collections.dropOnFailure(place.collection, () =>
      context.api.send({
        method: "PUT",
        path: itemPath(place),
        query: { "api-version": definition.apiVersion },
        body,
      }),
    );
    // 204 without the entity is documented for groups.
    progress.live = isValues(answered) ? answered : await mustGet(progress, context);
  } catch (error) {
    if (!(error instanceof PowerPlatformError) || error.outcome !== "unknown") throw error;
    progress.live = await mustGet(progress, context);
    if (settledChanges(progress).length > 0) throw error;
  }
  progress.isWritten = true;
  context.collections.put(place.collection, definition.wireId, progress.live);
}

async function mustGet({ definition, place }: Progress, context: RemoteContext): Promise<Values> {
  const live = await getLive(definition, place, context);
  if (live === undefined) {
    throw new NotFoundError(`${definition.kind} ${place.wireId} is gone`);
  }
  return live;
}

/** Waits until the object is final. */
async function settle(progress: Progress, context: RemoteContext): Promise<void> {
  const { definition, inputs, waitMs } = progress;
  const { settles } = definition;
  if (settles === undefined || isSettled(definition, progress.live)) return;
  await poll({
    read: async () => (progress.live = await mustGet(progress, context)),
    isDone: (live: Values) => isSettled(definition, live),
    what: "settling",
    describe: (live: Values) => `${settles.field} "${String(live[settles.field])}"`,
    timeoutMs: waitMs,
    clock: context.clock,
    onWait: reportProgress(context, labelOf(definition, inputs)),
    ...(context.signal === undefined ? {} : { signal: context.signal }),
  });
}
