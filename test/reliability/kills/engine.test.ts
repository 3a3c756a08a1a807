import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";

import type { LoggedRequest } from "pulumi-power-platform-testing";
import { describeForms } from "../../programs/forms";
import { ProgramUnderTest } from "../../programs/programUnderTest";
import { type BusyTenant, startBusyTenant } from "../concurrency/busyTenant";
import { startEngine } from "./engineProcess";
import { expectConverges, expectLeavesNothing } from "./endings";
import { arrival, hold, holdNobody, type Moment } from "./hold";
import { Machine } from "./machine";
import { changes, declaredAfter, declaredBefore, type HeldRequests, programOf, removals } from "./programs";
import { readState } from "./readState";

/** Each test goes on from where the one before has left tenant, state and machine. */
describeForms("an engine that is killed again and again", (form) => {
  const machine = new Machine();
  const folder = mkdtempSync(join(tmpdir(), "engine-killed-"));
  const statePath = join(folder, "state.json");
  let busy: BusyTenant;
  let env: Record<string, string>;
  let seed: object;

  /** The stack as the next process finds it. */
  const nextProcess = (): ProgramUnderTest =>
    new ProgramUnderTest(busy.emulator, form, { hasProcesses: true, env: machine.env, statePath });

  before(async () => {
    busy = await startBusyTenant();
    seed = busy.emulator.snapshot();
    env = { ...busy.emulator.env(), ...machine.env };
    await nextProcess().up(programOf(form, declaredBefore));
  });
  after(async () => {
    machine.killProviders();
    await busy.emulator.close();
    rmSync(folder, { recursive: true });
  });

  /**
   * An `up` whose engine is killed when all of these requests are at the tenant. Its provider is killed with it, and the requests
   * never end; or lives on and gets its answers.
   */
  const killed = async (
    moment: Moment,
    requests: HeldRequests,
    provider: "dies too" | "lives on",
  ): Promise<readonly LoggedRequest[]> => {
    busy.emulator.clearRequests();
    const held = hold(busy, moment, requests);
    const engine = startEngine({ kind: "up", form: form.title, resources: declaredAfter, statePath, env });
    await arrival(held, engine.ended);
    if (provider === "dies too") machine.killProviders();
    await engine.kill();
    if (provider === "lives on") {
      expect(machine.providers).to.not.deep.equal([]);
      held.release();
    }
    const { writes } = busy.emulator;
    holdNobody(busy);
    return writes;
  };
  const carriedOut = (writes: readonly LoggedRequest[]): number => writes.filter((each) => each.carriedOut).length;

  it("with its provider, before creates and updates are looked at: changes neither tenant nor state", async () => {
    const tenant = busy.emulator.snapshot();
    const state = readState(statePath);

    const writes = await killed("before", changes, "dies too");

    expect(writes).to.have.lengthOf(changes.count);
    expect(busy.emulator.snapshot()).to.deep.equal(tenant);
    expect(readState(statePath)).to.deep.equal(state);
  });

  it("alone, after creates and updates are made: they are in no state", async () => {
    const state = readState(statePath);

    const writes = await killed("after", changes, "lives on");

    expect(carriedOut(writes)).to.equal(changes.count);
    expect(readState(statePath)).to.deep.equal(state);
  });

  it("with its provider, before the deletes are looked at: the run has found what was made, and recorded it", async () => {
    const writes = await killed("before", removals, "dies too");

    expect(writes.map(({ method }) => method)).to.deep.equal(Array(removals.count).fill("DELETE"));
    const names = readState(statePath).map(({ name }) => name);
    expect(names).to.include.members(declaredAfter.map(({ name }) => name));
  });

  it("alone, after the deletes are made", async () => {
    const writes = await killed("after", removals, "lives on");

    expect(carriedOut(writes)).to.equal(removals.count);
  });

  it("no more: the next run comes to what is declared, and the one after it writes nothing", () =>
    expectConverges(nextProcess(), form, busy.emulator, machine));

  it("and a destroy leaves the tenant as it was before the stack", () =>
    expectLeavesNothing(nextProcess(), busy.emulator, seed));
});
