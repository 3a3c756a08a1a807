import { expect } from "chai";
import { TimeoutError } from "../../../provider/errors";
import { poll } from "../../../provider/transport";
import { fakeClock } from "../../fakeClock";
import { failure } from "./failure";

describe("poll", () => {
  const counter = (): (() => Promise<number>) => {
    let reads = 0;
    return () => Promise.resolve(++reads);
  };
  const describeStatus = (): string => 'status "Provisioning"';

  it("looks at once and does not wait when that is enough", async () => {
    const clock = fakeClock();

    const value = await poll({
      read: counter(),
      isDone: () => true,
      describe: String,
      timeoutMs: 60_000,
      clock,
    });

    expect(value).to.equal(1);
    expect(clock.sleeps).to.deep.equal([]);
  });

  it("waits 1, 2, 4, 8, 10, 10… seconds between looks", async () => {
    const clock = fakeClock();

    await poll({ read: counter(), isDone: (n) => n === 8, describe: String, timeoutMs: 600_000, clock });

    expect(clock.sleeps).to.deep.equal([1_000, 2_000, 4_000, 8_000, 10_000, 10_000, 10_000]);
  });

  it("waits as long as the service says", async () => {
    const clock = fakeClock();

    await poll({
      read: counter(),
      isDone: (n) => n === 4,
      describe: String,
      retryAfterMs: (n) => (n === 2 ? 7_000 : 0),
      timeoutMs: 600_000,
      clock,
    });

    expect(clock.sleeps).to.deep.equal([1_000, 7_000, 4_000]);
  });

  it("tells before each pause what it saw and how long it has taken", async () => {
    const told: (string | number)[][] = [];

    await poll({
      read: counter(),
      isDone: (n) => n === 4,
      describe: (n) => `look ${n}`,
      onWait: (seen, waitedMs) => told.push([seen, waitedMs]),
      timeoutMs: 600_000,
      clock: fakeClock(),
    });

    expect(told).to.deep.equal([
      ["look 1", 0],
      ["look 2", 1_000],
      ["look 3", 3_000],
    ]);
  });

  it("looks a last time when time is over, then says what it waited for", async () => {
    const clock = fakeClock();

    const error = await failure(
      poll({
        read: counter(),
        isDone: () => false,
        describe: describeStatus,
        what: "settling",
        requestId: () => "req-1",
        timeoutMs: 600_000,
        clock,
      }),
    );

    expect(error).to.be.instanceOf(TimeoutError).and.include({ requestId: "req-1" });
    expect(error.message).to.equal('still settling after 10 min (64 reads, last status "Provisioning")');
    expect(clock.sleeps.reduce((sum, ms) => sum + ms, 0)).to.equal(600_000);
  });

  it("is bounded in looks as well as in time", async () => {
    const clock = fakeClock();

    const error = await failure(
      poll({
        read: counter(),
        isDone: () => false,
        describe: describeStatus,
        timeoutMs: 1e9,
        maxReads: 3,
        clock,
      }),
    );

    expect(error.message).to.equal('still waiting after 3 s (3 reads, last status "Provisioning")');
  });

  it("ends with the error of a look", async () => {
    const read = (): Promise<never> => Promise.reject(new TypeError("gone"));

    const error = await failure(poll({ read, isDone: () => true, describe: String, timeoutMs: 1, clock: fakeClock() }));

    expect(error.message).to.equal("gone");
  });

  it("stops when it is aborted", async () => {
    const controller = new AbortController();
    const clock = fakeClock();
    let reads = 0;
    const read = (): Promise<number> => {
      if (++reads === 3) controller.abort(new Error("cancelled by the engine"));
      return Promise.resolve(reads);
    };

    const error = await failure(
      poll({
        read,
        isDone: () => false,
        describe: String,
        timeoutMs: 1e6,
        clock,
        signal: controller.signal,
      }),
    );

    expect(error.message).to.equal("cancelled by the engine");
    expect(reads).to.equal(3);
  });
});
