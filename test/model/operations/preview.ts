import { Broken } from "../broken";
import type { Forecast } from "../forecast";
import { checkDuplicatesNamed } from "../outcome";
import type { Scene } from "../scene";
import type { Adapter } from "../story";

/** Somebody runs `pulumi preview`. */
export async function preview(scene: Scene): Promise<void> {
  const { emulator, stack } = scene;
  const program = scene.effectiveProgram();
  const foretold = scene.forecast(program);
  const before = stack.exported;
  const { done, isFaulty } = await scene.operate("preview", program);
  if (emulator.writes.length > 0) throw new Broken(`a preview wrote: ${JSON.stringify(emulator.writes)}`);
  if (stack.exported !== before) throw new Broken("a preview changed the state");
  if (isFaulty && done.failed) return;
  if (done.failed) throw new Broken(`the preview failed: ${done.text}`);
  if (isFaulty) return;
  checkShown(done.changes, foretold, scene.adapter);
  checkDuplicatesNamed(emulator, foretold, done.text);
}

function checkShown(changes: readonly string[], { fates, deleted, leaving }: Forecast, adapter: Adapter): void {
  const isDue = fates.some(({ action }) => action !== "same") || deleted.length > 0;
  // What is gone and no more declared leaves the state by a delete, or by a refresh before.
  const isLeft = leaving.length > 0;
  const isHalfMade = fates.some(({ recorded }) => (recorded?.state.initErrors.length ?? 0) > 0);
  // The dynamic adapter takes back what came from the plugin by an update that writes nothing.
  const isTakenBack =
    adapter === "dynamic" &&
    fates.some(({ recorded }) => recorded !== undefined && !("__provider" in recorded.state.outputs));
  const shows = changes.length > 0;
  if (shows !== isDue && !(shows && (isHalfMade || isLeft || isTakenBack)))
    throw new Broken(`the preview shows ${changes.join(", ")}, and there is ${isDue ? "something" : "nothing"} to do`);
}
