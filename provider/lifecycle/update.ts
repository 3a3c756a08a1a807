import { applyIgnoreChanges } from "../declare/internalInputs";
import type { ResourceDefinition } from "../declare/define";
import { labelOf, recoveryOf } from "../declare/identity";
import type { Values } from "../declare/plainValues";
import { withRecorded } from "../declare/unchangeable";
import { DeletedError, NotFoundError } from "../errors";
import { waitMsOf } from "../remote/context";
import { recordedOf } from "../remote/located";
import { shapeOf } from "../remote/shapes";
import type { Context } from "./context";
import { liveOrExpired } from "./expired";
import { explained, failed } from "./failed";
import { finish } from "./finish";
import { holdRules, tenantFor } from "./tenant";

/** An update of one resource, as the engine asks for it. */
export interface UpdateCall {
  readonly id: string;
  /** Outputs as state records them. */
  readonly olds: Values;
  readonly news: Values;
  /** Properties that the program leaves to others. */
  readonly ignored?: readonly string[];
}

/** Reads the object, writes what differs from the program, and waits until it is final. Writes nothing when nothing does. */
export function update(
  definition: ResourceDefinition,
  { id, olds, news, ignored = [] }: UpdateCall,
  context: Context,
): Promise<Values> {
  return context.run.attempt(labelOf(definition, news), async () => {
    const tenantId = await tenantFor(definition, olds, context);
    holdRules(definition, news, tenantId);
    const recorded = { ...recordedOf(definition, id, olds), inputs: news };
    const live = await explained(recorded, "update", context, async () =>
      liveOrExpired(recorded, await shapeOf(definition).readNow(recorded, context), context),
    );
    if (live === undefined) {
      const advice = ["Somebody deleted it meanwhile. Run `pulumi up` again to recreate it."];
      const error = new NotFoundError(`${id} was deleted from tenant ${tenantId}`);
      throw failed(recorded, error, "update", context, advice);
    }
    const recovery = recoveryOf(definition, live);
    if (recovery !== undefined) {
      const error = new DeletedError(`it ${recovery}`);
      throw failed(recorded, error, "update", context, ["Recover it and run `pulumi up` again."]);
    }
    const inputs = applyIgnoreChanges(news, withRecorded(definition.fields, live, olds), ignored);
    const waitMs = waitMsOf(news, "update", context);
    const { place } = recorded;
    const progress = { definition, place, id, inputs, tenantId, waitMs, live, olds, isWritten: false };
    const { outputs } = await finish(progress, "update", context);
    context.run.hasLeft({ kind: definition.kind, id });
    return outputs;
  });
}
