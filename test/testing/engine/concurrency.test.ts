import { setTimeout as delay } from "node:timers/promises";
import { expect } from "chai";
import { Note } from "./support/note";
import { failure, patience, ToyStack } from "./support/toyStack";

const five = () => {
  for (const text of ["a", "b", "c", "d", "e"]) new Note(text, { text, hold: true });
};

/** Waits until so many creates have begun. */
async function created(toy: ToyStack, count: number): Promise<void> {
  while (toy.service.calls("create").length < count) await delay(20);
}

describe("engine: steps side by side", function () {
  this.timeout(patience);
  let toy: ToyStack;
  afterEach(() => {
    toy.service.remove();
  });

  it("makes independent resources at the same time", async () => {
    toy = ToyStack.inline(five);

    const up = toy.up();
    await created(toy, 5);
    toy.service.change((state) => (state.released = ["a", "b", "c", "d", "e"]));
    await up;

    expect(Math.max(...toy.service.calls("create").map(({ inFlight }) => inFlight as number))).to.equal(5);
  });

  it("makes no more of them at the same time than it is told", async () => {
    toy = ToyStack.inline(five, { parallel: 2 });
    toy.service.change((state) => (state.released = ["a", "b", "c", "d", "e"]));

    await toy.up();

    expect(Math.max(...toy.service.calls("create").map(({ inFlight }) => inFlight as number))).to.be.at.most(2);
    expect(toy.service.texts()).to.have.length(5);
  });

  it("starts nothing more once it is cancelled, and records what was under way", async () => {
    toy = ToyStack.inline(() => {
      const held = new Note("held", { text: "held", hold: true });
      new Note("next", { text: held.id });
    });
    const controller = new AbortController();

    const up = failure(toy.up({ signal: controller.signal }));
    await created(toy, 1);
    controller.abort();
    toy.service.change((state) => (state.released = ["held"]));
    const error = await up;

    expect(error.message).to.equal("up failed:\n  up canceled");
    expect((await toy.recorded("held"))?.id).to.equal("note-1");
    expect(await toy.recorded("next")).to.equal(undefined);
  });

  it("refuses to start if it is cancelled already", async () => {
    toy = ToyStack.inline(five);

    const error = await failure(toy.up({ signal: AbortSignal.abort(new Error("not today")) }));

    expect(error.message).to.contain("not today");
  });
});
