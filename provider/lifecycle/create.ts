import { labelOf } from "../declare/identity";
import type { ResourceDefinition } from "../declare/define";
import type { Values } from "../declare/plainValues";
import { waitMsOf } from "../remote/context";
import type { Desired } from "../remote/located";
import type { Seen } from "../remote/shape";
import { adopt } from "./adopt";
import type { Context } from "./context";
import { holdExpectations } from "./expectations";
import { explained } from "./failed";
import { finish, type Finished, type Finishing } from "./finish";
import { lookForExisting } from "./lookForExisting";
import { make, type Obtained } from "./make";
import { claimOf } from "./runRecord";
import { desire } from "./tenant";

/**
 * Creates the object, or adopts an existing one (`adopt`): look, adopt or make, finish. After the service has accepted the create,
 * every failure is a PartialFailureError with the id.
 */
export function create(definition: ResourceDefinition, inputs: Values, context: Context): Promise<Finished> {
  return context.run.attempt(labelOf(definition, inputs), async () => {
    const desired = await desire(definition, inputs, context);
    const { live, ...obtained } = await context.locks.run(desired.key, () =>
      explained(desired, "create", context, () => adoptOrMake(desired, context)),
    );
    const { id } = claimOf(desired, live, context);
    const progress: Finishing = {
      ...desired,
      id,
      place: definition.address.parse(id),
      waitMs: waitMsOf(inputs, "create", context),
      live,
      // Settings exist before they are declared: nothing has been written yet.
      isWritten: definition.shape !== "setting",
      ...obtained,
    };
    try {
      return await finish(progress, "create", context);
    } finally {
      context.intentLog.answered(desired.key);
    }
  });
}

async function adoptOrMake(desired: Desired, context: Context): Promise<Obtained> {
  const seen = await lookForExisting(desired, context);
  const isNew = seen.matches.length === 0;
  if (isNew) await holdExpectations(desired.definition, desired.inputs, context);
  const obtained = isNew ? await make(desired, seen, context) : await adoptAndTell(desired, seen, context);
  context.run.isCreated(claimOf(desired, obtained.live, context));
  return obtained;
}

async function adoptAndTell(desired: Desired, { matches }: Seen, context: Context): Promise<Obtained> {
  const { live, id, isOurs } = await adopt(desired, matches, context);
  // Settings always exist with their parent: no message.
  if (desired.definition.shape === "setting") return { live };
  const whose = isOurs
    ? `was made as ${id} by a run of this stack that was interrupted; from now on it is in state`
    : `exists already and was adopted as ${id}`;
  await context.warn(`${desired.label} ${whose}`);
  return isOurs ? { live, adoptedAt: new Date(context.serviceClock.now()).toISOString() } : { live };
}
