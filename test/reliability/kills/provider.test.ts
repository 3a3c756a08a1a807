import { expect } from "chai";

import { costlyCases } from "../../kinds";
import { describeForms } from "../../programs/forms";
import { type Failed, ProgramUnderTest } from "../../programs/programUnderTest";
import { type BusyTenant, startBusyTenant } from "../concurrency/busyTenant";
import { expectConverges, expectLeavesNothing } from "./endings";
import { arrival, hold, holdNobody, type Moment } from "./hold";
import { Machine } from "./machine";
import { changes, declaredAfter, declaredBefore, type HeldRequests, programOf, removals } from "./programs";

/** Each test goes on from where the one before has left tenant, state and machine. */
describeForms("a provider's process that is killed again and again", (form) => {
  const machine = new Machine();
  let busy: BusyTenant;
  let program: ProgramUnderTest;
  let seed: object;

  before(async () => {
    busy = await startBusyTenant();
    seed = busy.emulator.snapshot();
    program = new ProgramUnderTest(busy.emulator, form, { hasProcesses: true, env: machine.env });
    await program.up(programOf(form, declaredBefore));
  });
  after(async () => {
    machine.killProviders();
    await busy.emulator.close();
  });

  /** An `up` whose provider is killed when all of these requests are at the tenant; they never end. */
  const killed = async (moment: Moment, requests: HeldRequests): Promise<Failed> => {
    const held = hold(busy, moment, requests);
    const failed = program.failed(program.up(programOf(form, declaredAfter)));
    await arrival(held, failed);
    expect(machine.providers).to.not.deep.equal([]);
    machine.killProviders();
    const failure = await failed;
    holdNobody(busy);
    return failure;
  };
  const carriedOut = ({ writes }: Failed): number => writes.filter(({ carriedOut }) => carriedOut).length;

  it("before creates and updates are looked at: changes nothing, and the error names each resource", async () => {
    const tenant = busy.emulator.snapshot();

    const run = await killed("before", changes);

    expect(run.writes).to.have.lengthOf(changes.count);
    expect(busy.emulator.snapshot()).to.deep.equal(tenant);
    for (const { kind } of costlyCases) expect(run.message).to.match(new RegExp(`${kind} made-${kind}: .+`));
  });

  it("after creates and updates are made: the next run does each once", async () => {
    const run = await killed("after", changes);

    expect(run.writes).to.have.lengthOf(changes.count);
    expect(carriedOut(run)).to.equal(changes.count);
  });

  it("before the deletes are looked at: the run has found what was made, and makes nothing twice", async () => {
    const run = await killed("before", removals);

    expect(run.writes.map(({ method }) => method)).to.deep.equal(Array(removals.count).fill("DELETE"));
    expect(
      run.warnings.filter((each) => each.includes("by a run of this stack that was interrupted")),
    ).to.have.lengthOf(changes.count - 3);
    expect(run.message).to.match(/deleted-EnvironmentGroup: .+/);
  });

  it("after the deletes are made: says so", async () => {
    const run = await killed("after", removals);

    expect(carriedOut(run)).to.equal(removals.count);
  });

  it("no more: the next run comes to what is declared, and the one after it writes nothing", () =>
    expectConverges(program, form, busy.emulator, machine));

  it("and a destroy leaves the tenant as it was before the stack", () =>
    expectLeavesNothing(program, busy.emulator, seed));
});
