import { Broken } from "./broken";
import { clearAway } from "./clearAway";
import { destroy } from "./operations/destroy";
import { up } from "./operations/up";
import { recordOf } from "./recorded";
import type { Scene } from "./scene";

/** Whatever happened, the stack comes to what the program says, once what stands in its way is cleared; and then it goes without a trace. */
export async function comeToAnEnd(scene: Scene): Promise<void> {
  const { stack, watch } = scene;
  const { environments } = scene.emulator.tenant;
  scene.armed = [];
  scene.kill = undefined;
  for (let round = 0; round < 8; round++) {
    const { refusals } = scene.forecast();
    if (refusals.length === 0) break;
    for (const refusal of refusals) clearAway(scene, refusal);
    await up(scene, false);
  }
  await up(scene, false);
  if (scene.program.some((declared) => recordOf(scene.recorded, declared) === undefined))
    throw new Broken("not everything that is declared was deployed");
  for (const { id, environmentGroupId } of environments.list()) {
    if (environmentGroupId) environments.update(id, { environmentGroupId: undefined });
  }
  watch.learn(scene.recorded);
  await destroy(scene);
  if (stack.resources.length > 0) throw new Broken(`the state is not empty: ${stack.exported}`);
}
