import { expect } from "chai";

import type { Measured } from "../../bench/measure";
import { median, summarize } from "../../bench/summary";

const run = (change: Partial<Measured>): Measured => ({
  subject: "floor",
  count: 10,
  operation: "preview",
  wallMs: 100,
  cpuMs: 50,
  provider: { cpuMs: 10, peakBytes: 1_000 },
  tenantCpuMs: 0,
  requests: {},
  stateBytesPerResource: 500,
  ...change,
});

describe("the bench's summary", () => {
  it("takes the middle of an odd number of values, and between the two of an even number", () => {
    expect([median([3, 1, 2]), median([4, 1, 3, 2]), median([])]).to.deep.equal([2, 2.5, NaN]);
  });

  it("compares each run with the floor's beside it", () => {
    const rows = summarize([
      run({ wallMs: 100 }),
      run({ subject: "dynamic", wallMs: 110 }),
      run({ wallMs: 1_000 }),
      run({ subject: "dynamic", wallMs: 1_200 }),
      run({ wallMs: 10 }),
      run({ subject: "dynamic", wallMs: 30 }),
    ]);

    expect(rows.map(({ subject, wallMs, wallRatio }) => [subject, wallMs, wallRatio])).to.deep.equal([
      ["floor", 100, 1],
      ["dynamic", 110, 1.2],
    ]);
  });

  it("keeps sizes and operations apart", () => {
    const rows = summarize([run({}), run({ count: 20 }), run({ operation: "up" })]);

    expect(rows.map(({ count, operation }) => [count, operation])).to.deep.equal([
      [10, "preview"],
      [20, "preview"],
      [10, "up"],
    ]);
  });

  it("counts requests and writes, and keeps the highest memory", () => {
    const [row] = summarize([
      run({ provider: { cpuMs: 10, peakBytes: 2_000 } }),
      run({ requests: { "GET /a": 2, "POST /a": 3, "DELETE /a": 1 } }),
    ]);

    expect(row).to.include({ requests: 6, writes: 4, providerPeakBytes: 2_000, providerCpuMs: 10 });
  });

  it("leaves out what the machine does not tell", () => {
    const untold: { -readonly [K in keyof Measured]?: Measured[K] } = run({});
    delete untold.provider;

    expect(summarize([untold as Measured])[0]).to.not.have.any.keys("providerCpuMs", "providerPeakBytes");
  });
});
