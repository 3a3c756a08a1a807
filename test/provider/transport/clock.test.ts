import { expect } from "chai";
import { systemClock } from "../../../provider/transport";
import { failure } from "./failure";

describe("systemClock", () => {
  it("tells the time and sleeps", async () => {
    const started = systemClock.now();

    await systemClock.sleep(1);

    expect(systemClock.now()).to.be.at.least(started);
  });

  it("rejects with the reason when aborted, before or while it sleeps", async () => {
    const controller = new AbortController();
    const sleeping = failure(systemClock.sleep(60_000, controller.signal));

    controller.abort(new Error("the engine stopped"));

    expect((await sleeping).message).to.equal("the engine stopped");
    expect((await failure(systemClock.sleep(60_000, controller.signal))).message).to.equal(
      "the engine stopped",
    );
    expect((await failure(systemClock.sleep(60_000, AbortSignal.abort("text")))).message).to.equal("aborted");
  });
});
