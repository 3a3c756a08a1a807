import { type Change, compare } from "../declare/compare";
import type { Context } from "./context";
import type { ResourceDefinition } from "../declare/define";
import { declaredTwice } from "./existing";
import { failed } from "./failed";
import { isSame } from "../declare/fieldTree";
import { labelOf } from "../declare/labelOf";
import { type Values, valueAt } from "../declare/plainValues";
import { findLive } from "../remote/find";
import { applyIgnoreChanges } from "../declare/applyIgnoreChanges";
import { objectOf } from "./runRecord";
import { reconcileIntent } from "./intents/reconcileIntent";
import { tenantFor } from "./tenant";
import { containsUnknown } from "../declare/unknown";

export interface DiffResult {
  readonly changes: readonly Change[];
  /** Properties that make a new object necessary; `id` when the object is gone. */
  readonly replaces: readonly string[];
  /** What somebody else changed since state was recorded and the program would change back, a line each. */
  readonly drift: readonly string[];
  /** The live object is as declared, and state says otherwise: an update was made whose end nobody recorded. */
  readonly isStale: boolean;
}

/**
 * Compares what the program declares with the live object; state only tells what changed behind the program's back.
 * @param ignored properties that the program leaves to others
 */
export async function diff(
  definition: ResourceDefinition,
  id: string,
  olds: Values,
  news: Values,
  context: Context,
  ignored: readonly string[] = [],
): Promise<DiffResult> {
  const tenantId = await tenantFor(definition, olds, context);
  const resource = labelOf(definition, olds);
  const place = definition.address.parse(id);
  const step = {
    resource,
    operation: "compare with the tenant",
    access: "read",
    place,
    values: olds,
  } as const;
  let live: Values | undefined;
  try {
    live = await findLive(definition, place, context, olds);
    if (live !== undefined) await reconcileIntent(definition, place, olds, tenantId, context);
  } catch (error) {
    throw failed(definition, error, step, context);
  }
  if (live === undefined) {
    return {
      changes: [],
      replaces: ["id"],
      drift: [`${resource} (${id}): deleted (live) => made again (program)`],
      isStale: false,
    };
  }
  const holding = { kind: definition.kind, id, urn: context.urn?.() };
  context.run.hasSeen(holding);
  const changes = compare(definition.fields, live, applyIgnoreChanges(news, live, ignored));
  const replaces = changes.filter((change) => change.replaces).map((change) => change.path);
  if (replaces.length === 0) {
    if (context.run.isMadeForAnother(holding) || context.run.isDeclaredTwice(holding)) {
      throw failed(definition, declaredTwice(id), step, context);
    }
    const isRenamed = changes.some(({ path }) => definition.naturalKey.includes(path.split(".")[0] ?? path));
    if (isRenamed) context.run.isAboutToLeave(holding);
    const isAdopted = olds.adopt === true;
    // State may have it under a former name as well, of another provider.
    if (context.run.keeps(holding, isAdopted) && isAdopted) await context.intentLog.takes(objectOf(holding));
  }
  const drift = changes.filter((change) => isDrift(change, olds)).map((change) => changeLine(change));
  const isStale =
    changes.length === 0 && differsFromState(definition, live, applyIgnoreChanges(olds, live, ignored), news);
  return { changes, replaces, drift: drift.map((line) => `${resource} (${id}): ${line}`), isStale };
}

/** What the program leaves to the service may change without anybody's doing. */
const differsFromState = (
  definition: ResourceDefinition,
  live: Values,
  olds: Values,
  news: Values,
): boolean =>
  compare(definition.fields, live, olds).some(
    ({ path, node }) => node.absent !== "computed" || valueAt(news, path) !== undefined,
  );

/** A change that is there because the live object is not as it was recorded. */
const isDrift = ({ path, node, live, declared }: Change, olds: Values): boolean =>
  !containsUnknown(declared) && !isSame(node, live, valueAt(olds, path));

/** A change in words. */
export const changeLine = ({ path, node, live, declared }: Change): string =>
  `${path}: ${show(live, node.secret)} (live) => ${show(declared, node.secret)} (program)`;

const show = (value: unknown, secret: boolean | undefined): string => {
  if (value === undefined || value === null) return "empty";
  return secret === true ? "[secret]" : JSON.stringify(value);
};
