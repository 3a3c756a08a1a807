import { explain, NotFoundError } from "../errors";
import type { Context } from "./context";
import { type Created, finish } from "./create";
import { createKey } from "../declare/createKey";
import type { ResourceDefinition } from "../declare/define";
import { failed } from "./failed";
import { labelOf } from "../declare/labelOf";
import type { Values } from "../declare/plainValues";
import { getLive } from "../remote/find";
import { applyIgnoreChanges } from "../declare/applyIgnoreChanges";
import { timeoutMs } from "../declare/programFields";
import { tenantFor } from "./tenant";

/**
 * Reads the object, writes what differs from the program, and waits until it is final. Writes nothing when nothing does.
 * @param ignored properties that the program leaves to others
 */
export function update(
  definition: ResourceDefinition,
  id: string,
  olds: Values,
  news: Values,
  context: Context,
  ignored: readonly string[] = [],
): Promise<Values> {
  const resource = labelOf(definition, news);
  return context.run.attempt(resource, () => change(definition, resource, id, olds, news, context, ignored));
}

async function change(
  definition: ResourceDefinition,
  resource: string,
  id: string,
  olds: Values,
  news: Values,
  context: Context,
  ignored: readonly string[],
): Promise<Values> {
  const tenantId = await tenantFor(definition, olds, context);
  const place = definition.address.parse(id);
  const waitMs = timeoutMs(news.timeouts, "update") ?? context.pollTimeoutMs;
  let live: Values | undefined;
  try {
    live = await getLive(definition, place, context);
  } catch (error) {
    throw failed(
      definition,
      error,
      { resource, operation: "update", access: "write", place, values: news },
      context,
    );
  }
  if (live === undefined) {
    throw explain(new NotFoundError(`${id} is gone from tenant ${tenantId}`), {
      resource,
      operation: "update",
      advice: ["Somebody deleted it meanwhile. Run `pulumi up` again to make it anew."],
    });
  }
  const inputs = applyIgnoreChanges(news, live, ignored);
  const progress = { definition, place, inputs, tenantId, waitMs, live, isWritten: false };
  const updated: Created = await finish(id, progress, "update", context);
  context.run.hasUpdated({ kind: definition.kind, id }, () => createKey(definition, inputs, tenantId));
  return updated.outputs;
}
