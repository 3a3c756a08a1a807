import { edited, isEdit } from "./kinds/edit";
import { kindModels } from "./kinds";
import { type Declarations, type Declared, renamed, waitsFor, withChanged, without, withoutGroup } from "./program";
import type { Step } from "./story";

/** A step that edits the program. */
export type ProgramStep = Extract<
  Step,
  {
    do: "add" | "change" | "remove" | "rename" | "move" | "toggleSecret" | "adopt" | "dependOn" | "scopeTo";
  }
>;

/** Programs of more resources show nothing new, and take longer. */
const mostResources = 6;

/**
 * The program after one of its edits; the same where there is nothing to edit.
 * @param newName for a resource that is added or renamed
 */
export function change(program: Declarations, step: ProgramStep, newName: string): Declarations {
  if (step.do === "add") return program.length < mostResources ? added(program, step, newName) : program;
  const chosen = program[step.which % program.length];
  if (chosen === undefined) return program;
  const { name, kind, inputs } = chosen;
  const { edits, secretable } = kindModels[kind];
  switch (step.do) {
    case "change": {
      const edit = pick(
        edits.filter((each) => isEdit(inputs, each)),
        step.edit,
      );
      if (edit === undefined) return program;
      const changed = withChanged(program, name, { inputs: edited(inputs, edit) });
      return edit[0] === "scope" ? withoutGroup(changed, name) : changed;
    }
    case "remove":
      return without(program, name);
    case "rename":
      return renamed(program, name, newName, step.alias);
    case "move": {
      const rest = program.filter((each) => each !== chosen);
      return rest.toSpliced(step.to % (rest.length + 1), 0, chosen);
    }
    case "toggleSecret": {
      const input = pick(secretable, step.input) ?? "";
      const secrets = chosen.secrets.includes(input)
        ? chosen.secrets.filter((each) => each !== input)
        : [...chosen.secrets, input];
      return withChanged(program, name, { secrets });
    }
    case "adopt":
      return withChanged(program, name, { inputs: edited(inputs, ["adopt", step.on ? true : undefined]) });
    case "dependOn": {
      const on = pick(program, step.on)?.name ?? name;
      if (on === name || waitsFor(program, on, name)) return program;
      return withChanged(program, name, { dependsOn: [...new Set([...chosen.dependsOn, on])] });
    }
    case "scopeTo": {
      const group = pick(groupsIn(program), step.group)?.name;
      if (kind !== "RoleAssignment" || group === undefined || waitsFor(program, group, name)) return program;
      return withChanged(program, name, { group });
    }
  }
}

function added(
  program: Declarations,
  { kind, edits, at, group }: Extract<Step, { do: "add" }>,
  name: string,
): Declarations {
  const model = kindModels[kind];
  const scope = kind === "RoleAssignment" && group !== undefined ? pick(groupsIn(program), group)?.name : undefined;
  const declared: Declared = {
    name,
    kind,
    inputs: edits.reduce((inputs, edit) => edited(inputs, pick(model.edits, edit) ?? ["name", ""]), model.usual),
    ...(scope === undefined ? {} : { group: scope }),
    dependsOn: [],
    formerNames: [],
    secrets: [],
  };
  return program.toSpliced(at % (program.length + 1), 0, declared);
}

const groupsIn = (program: Declarations): Declarations => program.filter(({ kind }) => kind === "EnvironmentGroup");

/** One of the items, however large the number. */
export const pick = <T>(items: readonly T[], number: number): T | undefined => items[number % items.length];
