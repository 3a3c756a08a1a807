import { Broken } from "../broken";
import { allLive, objectName } from "../kinds";
import { checkRecorded } from "../outcome";
import type { Scene } from "../scene";

/** Somebody runs `pulumi refresh`. */
export async function refresh(scene: Scene): Promise<void> {
  const { emulator, watch } = scene;
  const before = scene.recorded;
  const { done, isFaulty } = await scene.operate("refresh", []);
  if (emulator.writes.length > 0) throw new Broken(`a refresh wrote: ${JSON.stringify(emulator.writes)}`);
  watch.check(scene.recorded, false);
  if (done.failed && isFaulty) return;
  if (done.failed) throw new Broken(`the refresh failed: ${done.text}`);
  const live = new Set(allLive(emulator.tenant).map(objectName));
  const expected = before.filter((each) => live.has(objectName(each))).map(objectName);
  const found = scene.recorded.map(objectName);
  if (JSON.stringify(found.sort()) !== JSON.stringify(expected.sort()))
    throw new Broken(`after a refresh the state holds ${found.join(", ")}, not ${expected.join(", ")}`);
  for (const own of scene.recorded) checkRecorded(emulator, own);
}
