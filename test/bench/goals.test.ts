import { expect } from "chai";

import { goalsOf, growth, verdict } from "../../bench/goals";
import { governedGoals } from "../../bench/governedGoals";
import type { Row } from "../../bench/summary";

const row = (change: Partial<Row>): Row => ({
  count: 1_000,
  operation: "preview",
  subject: "floor",
  wallMs: 1_000,
  wallRatio: 1,
  cpuMs: 1_000,
  cpuRatio: 1,
  providerCpuMs: 100,
  providerPeakBytes: 100_000_000,
  tenantCpuMs: 0,
  requests: 0,
  writes: 0,
  routes: {},
  stateBytesPerResource: 500,
  ...change,
});

const held = (rows: readonly Row[]) =>
  Object.fromEntries(goalsOf(rows, [], 20).map(({ goal, holds }) => [goal, holds]));

describe("the bench's goals", () => {
  it("want as many requests of an unchanged preview at every size", () => {
    const requests = (many: number) => [
      row({ subject: "plugin", count: 1, requests: 1 }),
      row({ subject: "plugin", count: 100, requests: 7 }),
      row({ subject: "plugin", count: 1_000, requests: many }),
    ];
    const goal = "plugin: requests of an unchanged preview, at 100, 1000";

    expect(held(requests(7))[goal]).to.equal(true);
    expect(held(requests(8))[goal]).to.equal(false);
  });

  it("give a first up the floor's time and a quarter more than the requests have to take", () => {
    const rows = (wallMs: number) => [
      row({ operation: "first up", wallMs: 10_000 }),
      row({ operation: "first up", subject: "dynamic", wallMs, writes: 1_000, requests: 1_000 }),
    ];
    const goal = "dynamic: wall time of a first up of 1000, ms";

    // 1,000 writes of 20 ms, 8 at a time: 2.5 s.
    expect(held(rows(13_125))[goal]).to.equal(true);
    expect(held(rows(13_126))[goal]).to.equal(false);
  });

  it("count memory of the dynamic provider from what Pulumi's process takes", () => {
    const rows = [
      row({ providerPeakBytes: 150_000_000 }),
      row({ subject: "dynamic", providerPeakBytes: 210_000_000 }),
      row({ subject: "plugin", providerPeakBytes: 149_000_000 }),
    ];

    expect(held(rows)).to.include({
      "dynamic: memory of the provider at 1000 beyond the floor's, MB": false,
      "plugin: memory of the provider at 1000, MB": true,
    });
  });

  it("leave out what was not measured", () => {
    expect(goalsOf([], [], 20)).to.deep.equal([]);
    expect(goalsOf([], [{ what: "plugin", ms: 501 }], 20)).to.deep.equal([
      { goal: "plugin, ms", limit: 500, measured: 501, holds: false },
    ]);
  });

  it("call growth linear where one more costs the same in the end", () => {
    const costs = (cost: (count: number) => number) => [1, 100, 1_000].map((count) => [count, cost(count)] as const);

    expect(growth(costs((count) => 500 + 3 * count))).to.equal(1);
    expect(growth(costs((count) => count * count))).to.be.above(10);
    expect(growth(costs((count) => count).slice(1))).to.deep.equal(NaN);
  });

  it("are summed up in one line that names those that do not hold", () => {
    const [good, bad] = goalsOf(
      [],
      [
        { what: "a", ms: 1 },
        { what: "b", ms: 900 },
      ],
      20,
    );

    expect(verdict([good!])).to.equal("verdict: 1 of 1 goals hold");
    expect(verdict([good!, bad!])).to.equal("verdict: 1 of 2 goals hold; not: b, ms");
  });
});

describe("the bench's goals for a governed tenant", () => {
  const size = { count: 90, governed: { groups: 3, environments: 12 } };
  const missed = (change: Partial<Row>): string[] =>
    governedGoals([row({ subject: "plugin", count: 90, ...change })], [size])
      .filter(({ holds }) => !holds)
      .map(({ goal }) => goal);

  it("want one listing a collection in an unchanged preview", () => {
    // Environments, groups, policies; environments of three policies; role assignments of twelve environments.
    expect(missed({ requests: 18 })).to.deep.equal([]);
    expect(missed({ requests: 19 })).to.deep.equal(["plugin: requests of an unchanged preview of 90"]);
  });

  it("want one write a resource in a first up, and none in a second", () => {
    expect(missed({ operation: "first up", writes: 90 })).to.deep.equal([]);
    expect(missed({ operation: "first up", writes: 91 })).to.deep.equal(["plugin: writes of a first up of 90"]);
    expect(missed({ operation: "up", writes: 1 })).to.deep.equal(["plugin: writes of a second up of 90"]);
  });
});
