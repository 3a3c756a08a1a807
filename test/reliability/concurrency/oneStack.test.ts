import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { expect } from "chai";

import type { Emulator } from "pulumi-power-platform-testing";
import { describeForms } from "../../programs/forms";
import { type Failed, ProgramUnderTest, type Ran } from "../../programs/programUnderTest";
import { kindCases } from "../../kinds";
import { startEngine } from "../kills/engineProcess";
import { expectTruth } from "../kills/expectTruth";
import { arrival, hold, holdNobody } from "../kills/hold";
import { Machine } from "../kills/machine";
import {
  adopting,
  changes,
  creations,
  declaredAfter,
  declaredBefore,
  declaredNew,
  programOf,
  twice,
  withdrawals,
} from "../kills/programs";
import { type BusyTenant, startBusyTenant } from "./busyTenant";

/** The lock of the stack is overridden: each process has its own copy of the state before, and the last one to write it wins. */
describeForms("one stack in two processes at the same time", (form) => {
  let busy: BusyTenant;
  let emulator: Emulator;
  let everybody: Somebody[];

  /** One of the two: a process of the stack on somebody's machine. */
  class Somebody extends Machine {
    readonly program: ProgramUnderTest;

    constructor(hasProcesses: boolean, home?: string) {
      super(home);
      this.program = new ProgramUnderTest(emulator, form, { hasProcesses, env: this.env });
      everybody.push(this);
    }

    /** What comes of an `up`, if that is its end. */
    async up(resources = declaredNew): Promise<Ran | Failed> {
      const running = this.program.up(programOf(form, resources));
      return running.catch(() => this.program.failed(running));
    }

    /** Both have this state from now on. */
    async share(other: Somebody): Promise<void> {
      const [mine, others] = await Promise.all([this.program.stack(), other.program.stack()]);
      others.importState(mine.exportState());
    }
  }

  before(async () => {
    busy = await startBusyTenant();
    ({ emulator } = busy);
  });
  after(() => emulator.close());
  beforeEach(() => {
    emulator.reset();
    holdNobody(busy);
    everybody = [];
  });
  afterEach(() => {
    for (const each of everybody) each.killProviders();
    expect(emulator.contractViolations).to.deep.equal([]);
  });

  /** Two on the same machine, or each on his own. */
  const two = (machines: 1 | 2, { isKilled = false } = {}): readonly [Somebody, Somebody] => {
    const first = new Somebody(isKilled);
    return [first, new Somebody(false, machines === 1 ? first.home : undefined)];
  };
  /** Two on the same machine; the providers of the first are processes, to be killed. */
  const oneKilled = (): readonly [Somebody, Somebody] => two(1, { isKilled: true });
  const counts = (): number[] => kindCases.map(({ live }) => live(emulator).length);

  /** There is what is declared, once, and the next run has nothing to do. */
  const expectSettled = async ({ program }: Somebody, resources = declaredNew): Promise<void> => {
    const again = await program.up(programOf(form, resources));
    expect(again.writes).to.deep.equal([]);
    expect(again.changes).to.deep.equal({ same: resources.length + 1 });
    expectTruth(emulator, await program.stack(), form, resources);
  };
  const messageOf = (ran: Ran | Failed): string => ("message" in ran ? ran.message : "");

  for (const machines of [1, 2] as const) {
    const where = machines === 1 ? "on one machine" : "on two machines";

    it(`both create at the same moment, ${where}: one object each, and the next run says how to take it`, async () => {
      const both = two(machines);
      const held = hold(busy, "before", twice(creations));
      const runs = both.map((each) => each.up());
      await arrival(held, ...runs);
      held.release();
      const ended = await Promise.all(runs);
      holdNobody(busy);

      const last = ended.findIndex((each) => messageOf(each) !== "");
      const refused = await both[last]!.up();

      expect(counts()).to.deep.equal([1, 1, 1, 1]);
      expect(messageOf(ended[last]!)).to.include("Ours was deleted again").and.include("`adopt: true`");
      expect(messageOf(refused)).to.include("exists already").and.include("`adopt: true`");
      expect(refused.writes).to.deep.equal([]);
      expect(messageOf(await both[last]!.up(adopting(declaredNew)))).to.equal("");
      await expectSettled(both[last]!, adopting(declaredNew));
    });
  }

  it("one starts when the other has created, on the same machine: takes it over, and both states are true", async () => {
    const [first, second] = two(1);
    const held = hold(busy, "after", creations);
    const creating = first.up();
    await arrival(held, creating);
    holdNobody(busy);
    const taken = await second.up();
    held.release();
    const made = await creating;

    expect([made, taken].map(messageOf)).to.deep.equal(["", ""]);
    expect(taken.warnings.join()).to.include("by a run of this stack that was interrupted");
    for (const each of [first, second]) await expectSettled(each);
  });

  it("one starts when the other has created, on another machine: is refused, and says what to do", async () => {
    const [first, second] = two(2);
    const held = hold(busy, "after", creations);
    const creating = first.up();
    await arrival(held, creating);
    holdNobody(busy);
    const refused = await second.up();
    held.release();
    await creating;

    expect(messageOf(refused)).to.include("exists already").and.include("`adopt: true`");
    await expectSettled(first);
  });

  it("both change, replace and create at the same moment: after the next run there is what is declared", async () => {
    const both = two(1);
    await both[0].up(declaredBefore);
    await both[0].share(both[1]);
    const held = hold(busy, "before", twice(changes));
    const runs = both.map((each) => each.up(declaredAfter));
    await arrival(held, ...runs);
    held.release();
    const ended = await Promise.all(runs);
    holdNobody(busy);

    const last = both[ended.findIndex((each) => messageOf(each) !== "")]!;
    expect(messageOf(await last.up(adopting(declaredAfter)))).to.equal("");

    await expectSettled(last, adopting(declaredAfter));
  });

  for (const isInState of [false, true]) {
    const what = isInState ? "a create of what is in state and was deleted by somebody" : "a create";

    it(`a preview beside ${what} writes nothing, does not fail, and takes away no note of it`, async () => {
      const [running, looking] = oneKilled();
      if (isInState) {
        await running.up();
        await running.share(looking);
        for (const { live, remove } of kindCases) for (const { id } of live(emulator)) remove(emulator, id);
      }
      const held = hold(busy, "after", creations);
      const creating = running.up();
      await arrival(held, creating);
      holdNobody(busy);
      const { notes } = running;
      const preview = await looking.program.preview(programOf(form, declaredNew));

      expect(preview.writes).to.deep.equal([]);
      expect(notes).to.have.lengthOf(creations.count);
      expect(running.notes).to.deep.equal(notes);
      running.killProviders();
      await creating;
      await running.share(looking);
      expect(messageOf(await looking.up())).to.equal("");
      expect(counts()).to.deep.equal([1, 1, 1, 1]);
      await expectSettled(looking);
    });
  }

  it("both create, and one is killed before it has its answers: the next run knows what is left", async () => {
    const [killed, left] = oneKilled();
    const answers = hold(busy, "after", twice(creations));
    const requests = hold(busy, "before", twice(creations));
    const runs = [killed.up(), left.up()] as const;
    await arrival(requests, ...runs);
    requests.release();
    await arrival(answers, ...runs);
    killed.killProviders();
    answers.release();
    const [, refused] = await Promise.all(runs);
    holdNobody(busy);
    const next = await left.up();

    expect(messageOf(refused)).to.include("Ours was deleted again");
    expect(messageOf(next)).to.equal("");
    expect(counts()).to.deep.equal([1, 1, 1, 1]);
    await expectSettled(left);
  });

  it("a provider that has lost its engine creates after the next run has: it takes its own back", async () => {
    const [killed, next] = oneKilled();
    const late = hold(busy, "before", creations);
    const statePath = join(killed.home, "state.json");
    const env = { ...emulator.env(), ...killed.env };
    const engine = startEngine({ kind: "up", form: form.title, resources: declaredNew, statePath, env });
    await arrival(late, engine.ended);
    holdNobody(busy);
    await engine.kill();
    const made = await next.up();
    const withdrawn = hold(busy, "after", withdrawals);
    late.release();
    await withdrawn.arrived;
    withdrawn.release();
    holdNobody(busy);

    expect(messageOf(made)).to.equal("");
    expect(counts()).to.deep.equal([1, 1, 1, 1]);
    await expectSettled(next);
  });

  it("a create of a killed run is carried out after the next run has made its own: runs tell of both until one is gone", async () => {
    const [killed, next] = oneKilled();
    const late = hold(busy, "before", creations);
    const creating = killed.up();
    await arrival(late, creating);
    holdNobody(busy);
    await next.up();
    const ids = kindCases.map(({ live }) => live(emulator)[0]!.id);
    killed.killProviders();
    await creating;
    late.release();
    while (counts().includes(1)) await setImmediate();

    const told = [await next.program.preview(), await next.program.up()];
    const twins = kindCases.map(({ live }, index) => live(emulator).find(({ id }) => id !== ids[index])!.id);
    for (const [index, { remove }] of kindCases.entries()) remove(emulator, twins[index]!);
    const untold = await next.program.up();

    for (const { warnings, writes } of told) {
      for (const twin of twins) expect(warnings.join()).to.include(twin);
      expect(writes).to.deep.equal([]);
    }
    expect(untold.warnings).to.deep.equal([]);
    expect(next.notes).to.deep.equal([]);
    await expectSettled(next);
  });
});
