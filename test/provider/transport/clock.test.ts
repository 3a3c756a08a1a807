import { expect } from "chai";
import { systemClock } from "../../../provider/transport";
import { failure } from "./failure";

describe("systemClock", () => {
  it("tells the time and sleeps", async () => {
    const started = systemClock.now();

    await systemClock.sleep(1);

    expect(systemClock.now()).to.be.at.least(started);
  });

  it("does not end at once where it is longer than Node's timers can be", async () => {
    const controller = new AbortController();
    let isOver = false;
    const sleeping = systemClock.sleep(2 ** 31 + 1, controller.signal).then(
      () => (isOver = true),
      () => undefined,
    );

    for (let turn = 0; turn < 20; turn++) await systemClock.sleep(1);

    expect(isOver).to.equal(false);
    controller.abort();
    await sleeping;
  });

  it("rejects with the reason when aborted, before or while it sleeps", async () => {
    const controller = new AbortController();
    const sleeping = failure(systemClock.sleep(60_000, controller.signal));

    controller.abort(new Error("the engine stopped"));

    expect((await sleeping).message).to.equal("the engine stopped");
    expect((await failure(systemClock.sleep(60_000, controller.signal))).message).to.equal("the engine stopped");
    expect((await failure(systemClock.sleep(60_000, AbortSignal.abort("text")))).message).to.equal("aborted");
  });
});
