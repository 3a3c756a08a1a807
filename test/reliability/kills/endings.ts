import { expect } from "chai";

import type { Emulator } from "pulumi-power-platform-testing";
import type { Form } from "../../programs/forms";
import type { ProgramUnderTest } from "../../programs/programUnderTest";
import { expectTruth } from "./expectTruth";
import type { Machine } from "./machine";
import { declaredAfter, programOf } from "./programs";

/** After an `up` there is what is declared, another one writes nothing, and no intent is left. */
export async function expectConverges(
  program: ProgramUnderTest,
  form: Form,
  emulator: Emulator,
  machine: Machine,
): Promise<void> {
  await program.up(programOf(form, declaredAfter));
  const again = await program.up();

  expectTruth(emulator, await program.stack(), form, declaredAfter);
  expect(again.changes).to.deep.equal({ same: declaredAfter.length + 1 });
  expect(again.writes).to.deep.equal([]);
  expect(machine.intents).to.deep.equal([]);
}

/** A destroy leaves the tenant as it was before the stack. */
export async function expectLeavesNothing(program: ProgramUnderTest, emulator: Emulator, seed: object): Promise<void> {
  await program.destroy();

  expect(emulator.snapshot()).to.deep.equal(seed);
  expect(emulator.contractViolations).to.deep.equal([]);
}
