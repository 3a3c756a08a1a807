import { expect } from "chai";
import fc from "fast-check";

import type { FieldNode } from "../../provider/declare/fieldTree";
import { valueAt } from "../../provider/declare/plainValues";
import { definitionOf, type Kind } from "../../provider/resources";
import { kindModels } from "./kinds";
import { change } from "./changeProgram";
import type { Declarations } from "./program";
import { stories } from "./stories";
import type { Story } from "./story";

const runs = 250;
const seed = 1;
/** The service fills it in; a program that names one has the same subscription and resource group in it. */
const neverEdited = "IsvContract.billingInstrument.id";
const fewest = 5;

describe("the random stories", () => {
  it(`change each input of what is deployed, each at least ${fewest} times in ${runs}`, () => {
    const counts = new Map(all.map((input) => [input, 0]));

    for (const input of madeFrom(seed).flatMap(changedIn)) counts.set(input, (counts.get(input) ?? 0) + 1);

    expect(Object.fromEntries([...counts].filter(([, count]) => count < fewest))).to.deep.equal({
      [neverEdited]: 0,
    });
  });
});

function madeFrom(seed: number): Story[] {
  const made: Story[] = [];
  const keep = (story: Story): void => void made.push(story);
  fc.assert(fc.property(stories("plugin", true), keep), { numRuns: runs, seed });
  return made;
}

const leaves = (nodes: readonly FieldNode[]): string[] =>
  nodes.flatMap(({ name, children }) =>
    children === undefined ? [name] : leaves(children).map((path) => `${name}.${path}`),
  );

const inputsOf = (kind: Kind): string[] => leaves(definitionOf(kind).fields);
const all = (Object.keys(kindModels) as Kind[]).flatMap((kind) => inputsOf(kind).map((path) => `${kind}.${path}`));

/** Inputs that an update finds changed since the one before, by kind and path. */
function changedIn({ steps }: Story): string[] {
  let program: Declarations = [];
  let deployed: Declarations = [];
  const changed: string[] = [];
  for (const [index, step] of [...steps, { do: "up" } as const].entries()) {
    switch (step.do) {
      case "up":
        changed.push(...differing(deployed, program));
        deployed = program;
        break;
      case "destroy":
        deployed = [];
        break;
      case "takeBack":
        program = deployed;
        break;
      case "add":
      case "change":
      case "remove":
      case "rename":
      case "scopeTo":
        program = change(program, step, `r${index}`);
    }
  }
  return changed;
}

function differing(before: Declarations, after: Declarations): string[] {
  return after.flatMap(({ name, kind, formerNames, inputs }) => {
    const old = before.find((each) => each.kind === kind && [name, ...formerNames].includes(each.name));
    if (old === undefined) return [];
    return inputsOf(kind)
      .filter((path) => folded(valueAt(old.inputs, path)) !== folded(valueAt(inputs, path)))
      .map((path) => `${kind}.${path}`);
  });
}

/** Another spelling is no change. */
const folded = (value: unknown): string => JSON.stringify(value ?? null).toLowerCase();
