import { Broken } from "../broken";
import type { Forecast } from "../forecast";
import { allLive, isOfThisTime, isSameKey, objectName } from "../kinds";
import { checkDeployed, checkDone, checkKept } from "../outcome";
import { isUnlisted } from "../recorded";
import type { Played, Scene } from "../scene";
import { preview } from "./preview";

/** Somebody runs `pulumi up`, with `--refresh` or without. */
export async function up(scene: Scene, refresh: boolean): Promise<void> {
  const { emulator } = scene;
  const program = scene.effectiveProgram();
  const before = scene.forecast(program);
  const liveBefore = new Set(allLive(emulator.tenant).map(objectName));
  const isAllListed = !scene.recorded.some(isUnlisted);
  const played = await scene.operate("up", program, refresh);
  const { done, isFaulty, isKilled } = played;
  checkTenant(scene, before, played);
  if (isKilled) checkNoted(scene, liveBefore);
  checkKept(emulator, before, scene.recorded);
  if (done.failed) {
    scene.bump(isKilled ? "up killed" : isFaulty ? "up failed by a fault" : "up refused");
    if (!isFaulty && !before.refusals.some(({ says }) => says.test(done.text)))
      throw new Broken(
        `the update failed: ${done.text}\nexpected: ${JSON.stringify(before.refusals.map((r) => String(r.says)))}`,
      );
    return;
  }
  scene.bump("up done");
  const sure = before.refusals.filter(({ isSure }) => isSure);
  if (sure.length > 0)
    throw new Broken(
      `the update should have been refused: ${JSON.stringify(sure)}, ${String(sure[0]?.says)}`,
    );
  scene.deployed = scene.program;
  const { recorded } = scene;
  checkDeployed(emulator, scene.forecast(program), recorded);
  if (!isFaulty && isAllListed && before.refusals.length === 0)
    checkDone(emulator, before, liveBefore, recorded);
  await scene.calmly(() => preview(scene));
  checkSettled(scene, before);
}

/** What is somebody else's was left alone, but for what was to be adopted. */
function checkTenant({ watch, recorded }: Scene, { fates }: Forecast, played: Played): void {
  const { done, isFaulty, isKilled } = played;
  const adopted = fates.flatMap(({ action, object }) => (action === "adopt" && object ? [object] : []));
  const ours = new Set(recorded.map(objectName));
  watch.handOver(adopted.filter((object) => isKilled || ours.has(objectName(object))));
  watch.check(recorded, isKilled || (isFaulty && done.failed && /Nothing was recorded/.test(done.text)));
}

/** What a killed run has made, and nobody has recorded, the next one has to know for its own. */
function checkNoted({ emulator, watch, notes }: Scene, liveBefore: ReadonlySet<string>): void {
  const unknown = allLive(emulator.tenant)
    .filter((object) => !liveBefore.has(objectName(object)) && watch.lost.has(objectName(object)))
    .find(({ kind, entity }) => !notes.has(kind, entity));
  if (unknown) throw new Broken(`there is no note of ${objectName(unknown)}, which a killed run has made`);
}

/** No note is left of what is in state. A second object like it may be that of an interrupted create, carried out late; its note stays. */
function checkSettled({ emulator, notes, recorded }: Scene, { fates }: Forecast): void {
  const ours = new Set(recorded.map(objectName));
  const live = allLive(emulator.tenant).filter(
    (object) => ours.has(objectName(object)) || isOfThisTime(object),
  );
  const stale = fates.find(
    ({ declared: { kind }, inputs }) =>
      notes.has(kind, inputs) &&
      live.filter((object) => object.kind === kind && isSameKey(kind, inputs, object.entity)).length === 1,
  );
  if (stale) throw new Broken(`${stale.declared.name} is in state, and a note of its create is left`);
}
