import { expect } from "chai";

import { type Subject, subjects } from "../../bench/declaration";
import { engineDeployer } from "../../bench/engineDeployer";
import { Measuring } from "../../bench/measure";
import { readOptions } from "../../bench/options";
import { hasProc } from "../../bench/processes";

const groups = "/environmentmanagement/environmentGroups";

/** What the first three of the bench's resources are asked for. */
const expected: Readonly<Record<Subject, object>> = {
  floor: {},
  "plugin floor": {},
  dynamic: wanted(),
  plugin: wanted(),
};

function wanted(): object {
  const collections = [groups, "/licensing/billingPolicies", "/licensing/isvContracts"];
  return Object.fromEntries(
    collections.flatMap((path) => [
      // The look before it.
      [`GET ${path}`, 1],
      [`POST ${path}`, 1],
    ]),
  );
}

describe("the bench", function () {
  this.timeout(300_000);

  for (const subject of subjects) {
    it(`measures a first up of three resources: ${subject}`, async () => {
      const measuring = await Measuring.start(subject, { count: 3 }, 0, engineDeployer);
      try {
        const run = await measuring.measure("first up");

        expect(run.requests).to.deep.equal(expected[subject]);
        expect(run).to.include({ subject, count: 3, operation: "first up" });
        expect([run.wallMs, run.cpuMs, run.stateBytesPerResource].every((figure) => figure > 0)).to.equal(true);
        if (hasProc) expect(run.provider?.peakBytes).to.be.above(10_000_000);
      } finally {
        await measuring.close();
      }
    });
  }

  it("reads its arguments and refuses what is none", () => {
    expect(readOptions(["--quick", "--counts", "3,10", "--latency", "0"])).to.include({
      latencyMs: 0,
      repeats: 1,
      cli: false,
    });
    expect(readOptions(["--operations", "preview,destroy"]).operations).to.deep.equal([
      "first up",
      "preview",
      "destroy",
    ]);
    expect(readOptions(["--quick", "--governed"]).sizes).to.deep.equal([
      { count: 90, governed: { groups: 3, environments: 12 } },
    ]);
    expect(() => readOptions(["--operations", "apply"])).to.throw('"apply" is none of first up');
    expect(() => readOptions(["--counts", "some"])).to.throw('"some" is no whole number');
    expect(() => readOptions(["--fast"])).to.throw("--fast");
  });
});
