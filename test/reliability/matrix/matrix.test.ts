import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect } from "chai";

import { Emulator } from "../../../testing/emulator";
import { events, playEvent } from "./events";
import { type Fault, faults } from "./faults";
import { Lane } from "./lane";
import { Outcome, wordOf } from "./outcome";
import { playCell } from "./playCell";
import { promised } from "./promises";
import { adapters } from "./providerProcess";
import { type Row, rowName, rows } from "./rows";

const root = join(__dirname, "../../../..");

describe("reliability: every resource, operation and fault, through both adapters", function () {
  this.timeout(180_000);
  const outcome = new Outcome(faults);
  let lanes: Lane[];
  let other: Emulator;

  before(async () => {
    lanes = await Promise.all(adapters.map((adapter) => Lane.start(adapter)));
    other = await Emulator.start({ tenantId: "00000000-0000-4000-8000-000000000002" });
  });
  after(async () => {
    await Promise.all([other, ...lanes].map((each) => each.close()));
  });

  for (const row of rows) {
    it(`${rowName(row)}: promises hold`, async () => {
      const failed = await Promise.all(lanes.map((lane) => failedCells(lane, row)));
      expect(failed.flat()).to.deep.equal([]);
    });
  }

  for (const event of events) {
    it(`${event.name}: promises hold`, async () => {
      const failed = await Promise.all(
        lanes.map(async (lane) => {
          const played = await playEvent(lane, event, other);
          for (const { kind, word } of played) outcome.event(event, kind, lane.adapter, word);
          return played.flatMap(({ kind, word, problems }) =>
            [...(word === event.promised ? [] : [`it is ${word}`]), ...problems].map(
              (problem) => `${lane.adapter}, ${kind}: ${problem}`,
            ),
          );
        }),
      );
      expect(failed.flat()).to.deep.equal([]);
    });
  }

  it("docs/reliability.md says what this run has found", async () => {
    outcome.write();
    const command = [join(root, "scripts/reliabilityDoc.mjs"), "--check"];
    const said = await promisify(execFile)(process.execPath, command, { cwd: root }).catch(
      (error: unknown) => error,
    );
    expect((said as { readonly stderr: string }).stderr).to.equal("");
  });

  async function failedCells(lane: Lane, row: Row): Promise<string[]> {
    const failed: string[] = [];
    for (const fault of faults.filter((each) => each.hits(row))) {
      const found = await problemsOf(lane, row, fault);
      failed.push(...found.map((problem) => `${lane.adapter}, ${fault.name}: ${problem}`));
    }
    return failed;
  }

  async function problemsOf(lane: Lane, row: Row, fault: Fault): Promise<string[]> {
    const { problems, error = "no error", ...played } = await playCell(lane, row, fault);
    outcome.cell(row, fault, lane.adapter, wordOf(played));
    const [wanted, got] = [promised(row, fault), played].map((each) => JSON.stringify(each));
    return [...(wanted === got ? [] : [`promised ${wanted}, got ${got} (${error})`]), ...problems];
  }
});
