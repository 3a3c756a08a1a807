import { applyIgnoreChanges } from "../declare/internalInputs";
import { type Change, compare, isSame } from "../declare/compare";
import { createKey, idOfLive, labelOf, naturalKeyNames, recoveryOf } from "../declare/identity";
import type { ResourceDefinition } from "../declare/define";
import { certainRefusal } from "../declare/refusal";
import { containsUnknown, valueAt, type Values } from "../declare/plainValues";
import { withRecorded } from "../declare/unchangeable";
import { recordedOf, type Recorded } from "../remote/located";
import { look } from "../remote/look";
import { hasNaturalKey, matching } from "../remote/matching";
import { shapeOf } from "../remote/shapes";
import { declaredTwice } from "./adopt";
import type { Context } from "./context";
import { holdExpectations } from "./expectations";
import { explained, failed } from "./failed";
import { liveOrExpired } from "./expired";
import { judgeFixedFields, warnOfDeletion } from "./fixedFields";
import { recordedClaim } from "./runRecord";
import { holdRules, tenantFor } from "./tenant";
import type { UpdateCall } from "./update";

export interface DiffResult {
  readonly changes: readonly Change[];
  /** Properties that make a new object necessary; `id` when the object was deleted. */
  readonly replaces: readonly string[];
  /** What somebody else changed since state was recorded and the program would change back, a line each. */
  readonly drift: readonly string[];
  /** The live object is as declared, and state says otherwise: an update was made whose end nobody recorded. */
  readonly isStale: boolean;
  /** A replacement deletes the old object first. */
  readonly deletesFirst: boolean;
}

const operation = "compare with the tenant";

/** Compares what the program declares with the live object; state only tells what changed behind the program's back. */
export async function diff(
  definition: ResourceDefinition,
  { id, olds, news, ignored = [] }: UpdateCall,
  context: Context,
): Promise<DiffResult> {
  const tenantId = await tenantFor(definition, olds, context);
  holdRules(definition, news, tenantId);
  const recorded = recordedOf(definition, id, olds);
  const resource = labelOf(definition, olds);
  const live = await explained(recorded, operation, context, async () => {
    const found = await shapeOf(definition).read(recorded, context);
    if (found !== undefined) await nameDuplicates(recorded, tenantId, context);
    return liveOrExpired(recorded, found, context);
  });
  if (live === undefined) {
    await replacedBy(recorded, news, context);
    const drift = [`${resource} (${id}): deleted (live) => recreated (program)`];
    return { ...unchanged, replaces: ["id"], drift, deletesFirst: definition.deleteBeforeReplace === true };
  }
  const recovery = recoveryOf(definition, live);
  if (recovery !== undefined) {
    // It is not deleted for good, so it is not recreated.
    await warnOfDeletion(recorded, recovery, context);
    return unchanged;
  }
  const inputs = applyIgnoreChanges(news, withRecorded(definition.fields, live, olds), ignored);
  const fixed = await explained(recorded, operation, context, () =>
    judgeFixedFields(recorded, { live, olds, news: inputs }, context),
  );
  const ofObject = [...compare(definition.fields, live, inputs), ...fixed.replacing];
  const replaces = ofObject.filter((change) => change.replaces).map((change) => change.path);
  if (replaces.length > 0) await replacedBy(recorded, news, context);
  if (isTaken(recorded, ofObject, replaces, context)) throw failed(recorded, declaredTwice(id), operation, context);
  const refusal = certainRefusal(definition, live, replaces.length > 0 ? [] : ofObject);
  if (refusal !== undefined) throw failed(recorded, refusal, operation, context);
  const drift = ofObject.filter((change) => isDrift(change, olds)).map(changeLine);
  const unrecorded = fixed.unrecorded.map((change) => ({
    ...change,
    live: valueAt(olds, change.path),
    replaces: false,
  }));
  const changes = [...ofObject, ...recordedChanges(definition, olds, news), ...unrecorded];
  const isStale =
    changes.length === 0 && differsFromState(definition, live, applyIgnoreChanges(olds, live, ignored), news);
  // Two objects with one natural key cannot be told apart, and the service may refuse the second.
  const deletesFirst =
    definition.deleteBeforeReplace === true || (replaces.length > 0 && hasNaturalKey(definition, live, inputs));
  return { changes, replaces, drift: drift.map((line) => `${resource} (${id}): ${line}`), isStale, deletesFirst };
}

const unchanged: DiffResult = { changes: [], replaces: [], drift: [], isStale: false, deletesFirst: false };

/** A new object is going to be made: what is certain to be refused then is said before the old one is deleted. */
async function replacedBy(recorded: Recorded, news: Values, context: Context): Promise<void> {
  context.run.mayBeReplaced({ kind: recorded.definition.kind, id: recorded.id });
  await holdExpectations(recorded.definition, news, context);
}

/** Whether the program declares the object as another resource; if not, it is known from now on what this one does with it. */
function isTaken(
  recorded: Recorded,
  changes: readonly Change[],
  replaces: readonly string[],
  context: Context,
): boolean {
  const { run } = context;
  const claim = recordedClaim(recorded, context);
  run.isInState(claim);
  if (replaces.length > 0) return false;
  if (run.ownerOf(claim, "compare") === "another's") return true;
  const key = naturalKeyNames(recorded.definition, recorded.outputs);
  const isLeaving = changes.some(({ path }) => key.includes(path.split(".")[0] ?? path));
  run.isDeclared(claim, { isLeaving });
  return false;
}

/** Two runs that look at one moment both find nothing and both make the object; the service stores both. */
async function nameDuplicates(recorded: Recorded, tenantId: string, context: Context): Promise<void> {
  const { definition, id, outputs } = recorded;
  if (definition.shape !== "collection") return;
  await context.intentLog.recorded(() => createKey(definition, outputs, tenantId));
  const listed = await look(recorded, context, { isWhole: false });
  const ids = matching({ definition, inputs: outputs, place: recorded.place }, listed)
    .map((live) => idOfLive(definition, outputs, live))
    .filter((each) => each.toLowerCase() !== id.toLowerCase());
  if (ids.length === 0) return;
  await context.warnOnce(
    `${definition.kind} ${id} duplicates`,
    `${labelOf(definition, outputs)} exists more than once: besides ${id} there is ${ids.join(", ")}.\n` +
      "  Nothing was changed. Two runs may have created it at the same time: delete the one that is too many.",
  );
}

/** What state has to know for a later delete. */
const recordedChanges = ({ programFields }: ResourceDefinition, olds: Values, news: Values): Change[] =>
  compare(
    programFields.filter((node) => node.recorded === true),
    olds,
    news,
  );

/** What the program leaves to the service may change without anybody's doing. */
const differsFromState = (definition: ResourceDefinition, live: Values, olds: Values, news: Values): boolean =>
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
