import type { Refusal } from "./forecast";
import { allLive, isSameKey, kindModels, objectName } from "./kinds";
import { edited } from "./kinds/edit";
import { type Declared, withChanged } from "./program";
import type { Scene } from "./scene";

/** Mends the program or the tenant, so that a reason for a refusal is gone. */
export function clearAway(scene: Scene, { kind, name }: Refusal): void {
  const { environments } = scene.emulator.tenant;
  const declared = scene.program.find((each) => each.name === name);
  if (kind === "held") {
    for (const { id, environmentGroupId } of environments.list())
      if (environmentGroupId === name) environments.update(id, { environmentGroupId: undefined });
    scene.watch.learn(scene.recorded);
  } else if (declared !== undefined && kind === "scope") {
    scene.program = withChanged(scene.program, name, {
      inputs: edited(declared.inputs, ["scope", "tenant"]),
    });
  } else if (declared !== undefined) {
    const isUnasked = declared.inputs.adopt !== true;
    const edit =
      isLost(scene, declared) && isUnasked ? (["adopt", true] as const) : kindModels[declared.kind].fresh(scene.next());
    scene.program = withChanged(scene.program, name, { inputs: edited(declared.inputs, edit) });
  }
}

/** Whether the object that a resource would be was made by a run that has not recorded it. */
function isLost(scene: Scene, { name, kind }: Declared): boolean {
  const fate = scene.forecast().fates.find((each) => each.declared.name === name);
  return (
    fate !== undefined &&
    allLive(scene.emulator.tenant).some(
      (object) =>
        scene.watch.lost.has(objectName(object)) && object.kind === kind && isSameKey(kind, fate.inputs, object.entity),
    )
  );
}
