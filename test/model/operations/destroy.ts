import { Broken } from "../broken";
import type { Scene } from "../scene";

/** Somebody runs `pulumi destroy`. */
export async function destroy(scene: Scene): Promise<void> {
  const { stack, watch } = scene;
  const { refusals } = scene.forecast([]);
  const { done, isFaulty } = await scene.operate("destroy", []);
  watch.check(scene.recorded, false);
  if (done.failed) {
    if (!isFaulty && !refusals.some(({ says }) => says.test(done.text)))
      throw new Broken(`the destroy failed: ${done.text}`);
    return;
  }
  if (!isFaulty && refusals.length > 0) throw new Broken("the destroy should have been refused");
  if (stack.resources.length > 0) throw new Broken(`the state is not empty: ${stack.exported}`);
}
