import { expect } from "chai";

import { ofEachShape } from "../../kinds";
import { type Fault, faults } from "./faults";
import { type Judged, judgeCell } from "./judgeCell";
import { Lane } from "./lane";
import { looksOf } from "./playCell";
import { adapters, startProcess } from "./providerProcess";
import { type Row, rowName, rows } from "./rows";

const ofShapes = rows.filter(({ kindCase }) => ofEachShape.includes(kindCase.kind));

/** Whether somebody does something to a process, or to its engine. */
const isAboutProcesses = ({ strike, seenBy }: Fault): boolean => (strike ?? seenBy) !== undefined;

/** What is about processes in every row of these kinds; of every other fault one row, each time another one. */
const sample: readonly (readonly [Fault, readonly Row[]])[] = faults.map((fault, index) => {
  const hit = ofShapes.filter((row) => fault.hits(row));
  return [fault, isAboutProcesses(fault) ? hit : [hit[index % hit.length]!]] as const;
});

describe("reliability: kills, signals and a sample of all faults, through the providers' processes", function () {
  this.timeout(180_000);
  let lanes: Lane[];

  before(async () => {
    lanes = await Promise.all(adapters.map((adapter) => Lane.start(adapter, startProcess)));
  });
  after(async () => {
    await Promise.all(lanes.map((each) => each.close()));
  });

  for (const [fault, hit] of sample) {
    for (const row of hit) {
      it(`${fault.name} in ${rowName(row)}: promises hold`, async () => {
        const judged = await Promise.all(lanes.map((lane) => judge(lane, row, fault)));

        expect(judged.flatMap(({ problems }) => problems)).to.deep.equal([]);
      });
    }
  }

  async function judge(lane: Lane, row: Row, fault: Fault): Promise<Judged> {
    return judgeCell(lane, row, fault, await looksOf(lane, row));
  }

  it("every kind of request has a fault in the sample", () => {
    const played = new Set(sample.flatMap(([, hit]) => hit));

    expect(ofShapes.filter((row) => !played.has(row)).map(rowName)).to.deep.equal([]);
  });
});
