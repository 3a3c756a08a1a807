import { change } from "./changeProgram";
import { allLive, objectName } from "./kinds";
import { destroy } from "./operations/destroy";
import { preview } from "./operations/preview";
import { refresh } from "./operations/refresh";
import { up } from "./operations/up";
import type { Scene } from "./scene";
import { somebody, type SomebodyStep } from "./somebody";
import type { Step } from "./story";

/** Does what a step of a story says. */
export async function takeStep(scene: Scene, step: Step): Promise<void> {
  scene.bump(step.do);
  switch (step.do) {
    case "preview":
      return preview(scene);
    case "up":
      return up(scene, step.refresh);
    case "refresh":
      return refresh(scene);
    case "destroy":
      return destroy(scene);
    case "fault":
      scene.armed.push(step.fault);
      return;
    case "kill":
      scene.kill = step;
      return;
    case "moveOver":
      if (scene.isBetween) return;
      scene.adapter = scene.adapter === "dynamic" ? "plugin" : "dynamic";
      return;
    case "takeBack":
      scene.program = scene.deployed;
      return;
    case "add":
    case "change":
    case "remove":
    case "rename":
    case "move":
    case "toggleSecret":
    case "adopt":
    case "dependOn":
    case "scopeTo":
      scene.program = change(scene.program, step, `r${scene.next()}`);
      return;
    default:
      return letSomebody(scene, step);
  }
}

/** What somebody makes a run of another stack may have made, which was killed. */
async function letSomebody(scene: Scene, step: SomebodyStep): Promise<void> {
  const { tenant } = scene.emulator;
  const before = new Set(allLive(tenant).map(objectName));
  somebody(step, tenant, scene.program, scene.recorded);
  scene.watch.learn(scene.recorded);
  for (const object of allLive(tenant))
    if (!before.has(objectName(object))) await scene.intents.leaveOfAnother(object.kind, object.entity);
}
