import type { Emulator } from "../../testing/emulator";
import type { Tenant } from "../../testing/emulator/tenant/tenant";
import { revealAll } from "../../testing/engine/properties/secrets";
import { Broken } from "./broken";
import type { Fate, Forecast } from "./forecast";
import { allLive, differences, isSameKey, kindModels, objectName, undeclared } from "./kinds";
import { type Recorded, recordOf } from "./recorded";

/** What was there and is still declared is there, whatever went wrong. */
export function checkKept({ tenant }: Emulator, { fates }: Forecast, recorded: readonly Recorded[]): void {
  const live = new Set(allLive(tenant).map(objectName));
  for (const { declared, recorded: before, object, action } of fates) {
    if (before === undefined || object === undefined || action === "adopt") continue;
    const now = recordOf(recorded, declared);
    if (now === undefined || !live.has(objectName(now)))
      throw new Broken(`${declared.name} was there, and is not any more`);
  }
}

/** Everything is as it is declared. */
export function checkDeployed(emulator: Emulator, { fates }: Forecast, recorded: readonly Recorded[]): void {
  const live = new Map(allLive(emulator.tenant).map((object) => [objectName(object), object]));
  for (const { declared, inputs, recorded: own } of fates) {
    const object = own && live.get(objectName(own));
    if (own === undefined || object === undefined) throw new Broken(`${declared.name} was deployed, and is not there`);
    const wrong = differences(declared.kind, inputs, object.entity);
    if (wrong.length > 0)
      throw new Broken(
        `${declared.name}: ${wrong.join(", ")} of ${JSON.stringify(object.entity)} are not as in ${JSON.stringify(inputs)}`,
      );
    checkRecorded(emulator, own, kindModels[declared.kind].unmanaged);
    if (own.state.initErrors.length > 0) throw new Broken(`${declared.name} has still errors`);
  }
  if (recorded.length !== fates.length)
    throw new Broken(`the state holds ${recorded.map(({ name }) => name).join(", ")}`);
}

/**
 * State says of an object what is live.
 * @param except members that others may have changed since it was recorded, which is nothing to record anew
 */
export function checkRecorded({ tenant }: Emulator, own: Recorded, except: readonly string[] = []): void {
  const object = allLive(tenant).find((each) => objectName(each) === objectName(own));
  if (object === undefined || own.isCondemned) return;
  const outputs = revealAll(own.state.outputs);
  const wrong = differences(own.kind, outputs, object.entity).filter((name) => !except.includes(name));
  if (wrong.length > 0)
    throw new Broken(
      `${own.name}: ${wrong.join(", ")} are recorded otherwise: ${JSON.stringify(outputs)}, live ${JSON.stringify(object.entity)}`,
    );
}

/** Who compares names the objects that are the same as a declared one, and that no resource has. */
export function checkDuplicatesNamed(
  { tenant, unlistedAssignments }: Emulator,
  { fates }: Forecast,
  text: string,
): void {
  const listed = allLive(tenant).filter(({ id }) => !unlistedAssignments.includes(id.toLowerCase()));
  for (const { declared, object, recorded: own, action } of fates) {
    if (object === undefined || own === undefined || action !== "same") continue;
    const { kind } = declared;
    const outputs = revealAll(own.state.outputs);
    const unnamed = listed.find(
      (other) =>
        other.kind === kind &&
        other.id !== object.id &&
        isSameKey(kind, outputs, other.entity) &&
        !text.includes(other.id),
    );
    if (unnamed) throw new Broken(`${objectName(unnamed)} is the same as ${declared.name}, and nobody says so`);
  }
}

/** What was foretold was done, and nothing else. */
export function checkDone(
  { tenant, writes }: Emulator,
  { fates, deleted }: Forecast,
  before: ReadonlySet<string>,
  recorded: readonly Recorded[],
): void {
  const live = new Set(allLive(tenant).map(objectName));
  for (const fate of fates) checkFate(fate, before, recorded);
  checkLeftAlone(tenant, fates);
  for (const object of deleted)
    if (live.has(objectName(object))) throw new Broken(`${objectName(object)} was not deleted`);
  const done = writes.filter(({ carriedOut }) => carriedOut);
  const made = done.filter(({ method }) => method === "POST").length;
  const expected = fates.filter(({ action }) => action === "create" || action === "replace").length;
  if (made !== expected) throw new Broken(`${made} objects were made, not ${expected}`);
  const written = done.filter(({ method }) => method === "PUT").length;
  const changed = fates.filter(
    ({ action, isWritten }) => isWritten && (action === "update" || action === "adopt"),
  ).length;
  // What is still being made may become what is declared, or may have to be written then.
  const isSettled = fates.every(({ object }) => object?.entity.status !== "Provisioning");
  if (isSettled && written !== changed) throw new Broken(`${written} objects were written, not ${changed}`);
}

/** What the program does not declare of an object that stays is as others have left it. */
function checkLeftAlone(tenant: Tenant, fates: readonly Fate[]): void {
  const live = new Map(allLive(tenant).map((object) => [objectName(object), object]));
  for (const { declared, inputs, action, object } of fates) {
    const now = object && action !== "replace" ? live.get(objectName(object)) : undefined;
    if (object === undefined || now === undefined) continue;
    const [was, is] = [object, now].map(({ entity }) => JSON.stringify(undeclared(declared.kind, inputs, entity)));
    if (was !== is) throw new Broken(`${declared.name}: what it does not declare was ${was}, and is ${is}`);
  }
}

function checkFate(
  { declared, action, object }: Fate,
  before: ReadonlySet<string>,
  recorded: readonly Recorded[],
): void {
  const now = recordOf(recorded, declared);
  if (now === undefined) throw new Broken(`${declared.name} is not in the state`);
  const isNew = action === "create" || action === "replace";
  if (isNew ? before.has(objectName(now)) : objectName(now) !== (object && objectName(object)))
    throw new Broken(`${declared.name}: ${action} led to ${now.id}, from ${object?.id ?? "nothing"}`);
}
