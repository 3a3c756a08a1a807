import { Broken } from "../broken";
import type { Forecast } from "../forecast";
import { allLive, objectName } from "../kinds";
import { checkDeployed, checkDone, checkKept } from "../outcome";
import type { Played, Scene } from "../scene";
import { preview } from "./preview";

/** Somebody runs `pulumi up`, with `--refresh` or without. */
export async function up(scene: Scene, refresh: boolean): Promise<void> {
  const { emulator } = scene;
  const program = scene.effectiveProgram();
  const before = scene.forecast(program);
  const liveBefore = new Set(allLive(emulator.tenant).map(objectName));
  const isAllListed = emulator.unlistedAssignments.length === 0;
  const played = await scene.operate("up", program, refresh);
  const { done, isFaulty, isKilled } = played;
  checkTenant(scene, before, played);
  if (isKilled) checkRemembered(scene, liveBefore);
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
    throw new Broken(`the update should have been refused: ${JSON.stringify(sure)}, ${String(sure[0]?.says)}`);
  scene.deployed = scene.program;
  const { recorded } = scene;
  checkDeployed(emulator, scene.forecast(program), recorded);
  if (!isFaulty && isAllListed && before.refusals.length === 0) checkDone(emulator, before, liveBefore, recorded);
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
function checkRemembered({ emulator, watch, intents }: Scene, liveBefore: ReadonlySet<string>): void {
  const unknown = allLive(emulator.tenant)
    .filter((object) => !liveBefore.has(objectName(object)) && watch.lost.has(objectName(object)))
    .find(({ kind, entity }) => !intents.has(kind, entity));
  if (unknown) throw new Broken(`there is no create intent of ${objectName(unknown)}, which a killed run has made`);
}

/** No create intent is left of what is in state. */
function checkSettled({ intents }: Scene, { fates }: Forecast): void {
  const stale = fates.find(({ declared: { kind }, inputs }) => intents.has(kind, inputs));
  if (stale) throw new Broken(`${stale.declared.name} is in state, and an intent of its create is left`);
}
