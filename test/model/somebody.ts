import { seeded } from "../../testing/emulator/seed";
import type { Tenant } from "../../testing/emulator/tenant/tenant";
import { pick } from "./changeProgram";
import { allLive, callerId, kindModels, type KindObject, muchLater } from "./kinds";
import { type Edit, edited, isEdit } from "./kinds/edit";
import { type Declarations, inputsWith } from "./program";
import { type Recorded, recordOf } from "./recorded";
import type { Step } from "./story";

/** Another person of the tenant. */
const anotherId = "b0b0b0b0-0000-4000-8000-000000000001";

export type SomebodyStep = Extract<Step, { do: `somebody${string}` }>;

/** Changes the tenant behind the stack's back. */
export function somebody(
  step: SomebodyStep,
  tenant: Tenant,
  program: Declarations,
  recorded: readonly Recorded[],
): void {
  const live = allLive(tenant);
  switch (step.do) {
    case "somebodyCreates": {
      const model = kindModels[step.kind];
      const alike = program.filter(({ kind }) => kind === step.kind);
      const declared = step.like === undefined ? undefined : pick(alike, step.like);
      const group = program.find(({ name }) => name === declared?.group);
      const groupId = group && recordOf(recorded, group)?.id;
      if (group && !live.some(({ id }) => id === groupId)) return;
      const inputs = declared
        ? edited(inputsWith(declared, groupId), ["adopt", undefined])
        : step.edits.reduce((made, edit) => edited(made, pick(model.edits, edit) ?? ["", null]), model.usual);
      const at = step.late === true ? muchLater() : new Date().toISOString();
      model.add(tenant, inputs, model.made(at, step.sameCaller === true ? callerId : anotherId));
      return;
    }
    case "somebodyChanges": {
      const object = pick(
        live.filter((each) => liveEditsOf(each).length > 0),
        step.which,
      );
      const edit = object && pick(liveEditsOf(object), step.edit);
      if (edit) kindModels[object.kind].change(tenant, object.id, edit);
      return;
    }
    case "somebodyDeletes": {
      const object = pick(live, step.which);
      if (object) kindModels[object.kind].remove(tenant, object.id);
      return;
    }
    case "somebodyFills": {
      const group = pick(tenant.environmentGroups.list(), step.group);
      if (group) tenant.environments.update(seeded.managedEnvironmentId, { environmentGroupId: group.id });
      return;
    }
    case "somebodyEmpties":
      tenant.environments.update(seeded.managedEnvironmentId, { environmentGroupId: undefined });
  }
}

const liveEditsOf = ({ kind, entity }: KindObject): readonly Edit[] =>
  kindModels[kind].liveEdits.filter((edit) => isEdit(entity, edit));
