import { setImmediate } from "node:timers/promises";
import { expect } from "chai";

import type { Emulator } from "pulumi-power-platform-testing";
import { describeForms } from "../../programs/forms";
import { type Failed, ProgramUnderTest, type Ran } from "../../programs/programUnderTest";
import { type KindCase, costlyCases } from "../../kinds";
import { expectTruth } from "../kills/expectTruth";
import { arrival, hold, holdNobody } from "../kills/hold";
import { Machine } from "../kills/machine";
import { changes, creations, declaredAfter, declaredBefore, declaredNew, programOf, twice } from "../kills/programs";
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

  /** How far the tenant's time is ahead. */
  let aheadMs = 0;

  before(async () => {
    const clock = { now: () => Date.now() + aheadMs, sleep: () => Promise.resolve() };
    busy = await startBusyTenant({ clock });
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
  const counts = (): number[] => costlyCases.map(({ live }) => live(emulator).length);

  /** There is what is declared, once, and the next run has nothing to do. */
  const expectSettled = async ({ program }: Somebody, resources = declaredNew): Promise<void> => {
    const again = await program.up(programOf(form, resources));
    expect(again.writes).to.deep.equal([]);
    expect(again.changes).to.deep.equal({ same: resources.length + 1 });
    expectTruth(emulator, await program.stack(), form, resources);
  };
  /** Objects of the tenant that the state of this run does not have. */
  const othersThan = async ({ program }: Somebody): Promise<readonly { kindCase: KindCase; id: string }[]> => {
    const mine = (await program.stack()).resources.map(({ id }) => id);
    return costlyCases.flatMap((kindCase) =>
      kindCase
        .live(emulator)
        .filter(({ id }) => !mine.some((each) => each.endsWith(id)))
        .map(({ id }) => ({ kindCase, id })),
    );
  };
  /** The next run writes nothing and names each object that is there twice; with these out of the way all is settled. */
  const expectDuplicatesNamed = async (somebody: Somebody, resources = declaredNew): Promise<void> => {
    const duplicates = await othersThan(somebody);
    expect(duplicates).to.have.lengthOf(counts().length);
    for (const run of ["preview", "up"] as const) {
      const { warnings, writes } = await somebody.program[run](programOf(form, resources));
      expect(writes).to.deep.equal([]);
      for (const { id } of duplicates) expect(warnings.join()).to.include(id);
      expect(warnings.join()).to.include("exists more than once");
    }
    for (const { kindCase, id } of duplicates) kindCase.remove(emulator, id);
    await expectSettled(somebody, resources);
  };
  const messageOf = (ran: Ran | Failed): string => ("message" in ran ? ran.message : "");

  for (const machines of [1, 2] as const) {
    const where = machines === 1 ? "on one machine" : "on two machines";

    it(`both create at the same moment, ${where}: both keep theirs, and the next run of each names the other's`, async () => {
      const both = two(machines);
      const held = hold(busy, "before", twice(creations));
      const runs = both.map((each) => each.up());
      await arrival(held, ...runs);
      held.release();
      const ended = await Promise.all(runs);
      holdNobody(busy);

      expect(ended.map(messageOf)).to.deep.equal(["", ""]);
      expect(counts()).to.deep.equal([2, 2, 2, 2]);
      const [first, second] = both;
      for (const { id } of await othersThan(second)) {
        const { warnings } = await second.program.preview(programOf(form, declaredNew));
        expect(warnings.join()).to.include(id);
      }
      await expectDuplicatesNamed(first);
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
    const [first, second] = both;
    await first.up(declaredBefore);
    await first.share(second);
    const held = hold(busy, "before", twice(changes));
    const runs = both.map((each) => each.up(declaredAfter));
    await arrival(held, ...runs);
    held.release();
    await Promise.all(runs);
    holdNobody(busy);

    expect(messageOf(await first.up(declaredAfter))).to.equal("");
    // What the second has made is its own, until somebody deletes it.
    for (const { kindCase, id } of await othersThan(first)) kindCase.remove(emulator, id);
    await expectSettled(first, declaredAfter);
  });

  for (const isInState of [false, true]) {
    const what = isInState ? "a create of what is in state and was deleted by somebody" : "a create";

    it(`a preview beside ${what} writes nothing, does not fail, and takes away no intent of it`, async () => {
      const [running, looking] = oneKilled();
      if (isInState) {
        await running.up();
        // Nothing is waited for before the create: not for what an interrupted run may have sent, not for what is younger than a minute.
        await running.up();
        await running.share(looking);
        aheadMs += 120_000;
        for (const { live, remove } of costlyCases) for (const { id } of live(emulator)) remove(emulator, id);
      }
      const held = hold(busy, "after", creations);
      const creating = running.up();
      await arrival(held, creating);
      holdNobody(busy);
      const { intents } = running;
      const preview = await looking.program.preview(programOf(form, declaredNew));

      expect(preview.writes).to.deep.equal([]);
      expect(intents).to.have.lengthOf(creations.count);
      expect(running.intents).to.deep.equal(intents);
      running.killProviders();
      await creating;
      await running.share(looking);
      expect(messageOf(await looking.up())).to.equal("");
      expect(counts()).to.deep.equal([1, 1, 1, 1]);
      await expectSettled(looking);
    });
  }

  it("both create, and one is killed before it has its answers: the next run of the other names what is left", async () => {
    const [killed, left] = oneKilled();
    const answers = hold(busy, "after", twice(creations));
    const requests = hold(busy, "before", twice(creations));
    const runs = [killed.up(), left.up()] as const;
    await arrival(requests, ...runs);
    requests.release();
    await arrival(answers, ...runs);
    killed.killProviders();
    answers.release();
    const [, ended] = await Promise.all(runs);
    holdNobody(busy);

    expect(messageOf(ended)).to.equal("");
    expect(counts()).to.deep.equal([2, 2, 2, 2]);
    await expectDuplicatesNamed(left);
  });

  it("a create of a killed run is carried out after the next run has made its own: runs tell of both until one is gone", async () => {
    const [killed, next] = oneKilled();
    const late = hold(busy, "before", creations);
    const creating = killed.up();
    await arrival(late, creating);
    holdNobody(busy);
    await next.up();
    killed.killProviders();
    await creating;
    late.release();
    while (counts().includes(1)) await setImmediate();

    await expectDuplicatesNamed(next);
    expect(next.intents).to.deep.equal([]);
  });
});
