import { applyIgnoreChanges } from "../declare/applyIgnoreChanges";
import type { ResourceDefinition } from "../declare/define";
import { labelOf } from "../declare/identity";
import type { Values } from "../declare/plainValues";
import { timeoutMs } from "../declare/programFields";
import { explain, NotFoundError } from "../errors";
import { recordedOf } from "../remote/located";
import { shapeOf } from "../remote/shapes";
import type { Context } from "./context";
import { holdRules } from "./desire";
import { failed } from "./failed";
import { finish } from "./finish";
import { tenantFor } from "./tenant";

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
export function update(definition: ResourceDefinition, call: UpdateCall, context: Context): Promise<Values> {
  const resource = labelOf(definition, call.news);
  return context.failedResources.attempt(resource, () => change(definition, resource, call, context));
}

async function change(
  definition: ResourceDefinition,
  resource: string,
  { id, olds, news, ignored = [] }: UpdateCall,
  context: Context,
): Promise<Values> {
  const tenantId = await tenantFor(definition, olds, context);
  holdRules(definition, news, tenantId);
  const recorded = recordedOf(definition, id, olds);
  const { place } = recorded;
  let live: Values | undefined;
  try {
    live = await shapeOf(definition).readNow(recorded, context);
  } catch (error) {
    const step = { resource, operation: "update", access: "write", place, values: news } as const;
    throw failed(definition, error, step, context);
  }
  if (live === undefined) {
    throw explain(new NotFoundError(`${id} was deleted from tenant ${tenantId}`), {
      resource,
      operation: "update",
      advice: ["Somebody deleted it meanwhile. Run `pulumi up` again to recreate it."],
    });
  }
  const inputs = applyIgnoreChanges(news, live, ignored);
  const waitMs = timeoutMs(news.timeouts, "update") ?? context.pollTimeoutMs;
  const progress = { definition, place, id, inputs, tenantId, waitMs, live, olds, isWritten: false };
  const { outputs } = await finish(progress, "update", context);
  context.run.hasLeft({ kind: definition.kind, id });
  return outputs;
}
