import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect } from "chai";

import { Emulator } from "../../../testing/emulator";
import { events, playEvent } from "./events";
import { faults } from "./faults";
import { judgeCell } from "./judgeCell";
import { Lane } from "./lane";
import { Outcome } from "./outcome";
import { adapters, InProcess, startProcess } from "./providerProcess";
import { looksOf } from "./playCell";
import { looksBefore, playSettingCell } from "./playSettingCell";
import { isReading, type Row, rowName, rows } from "./rows";
import { settingRows } from "./settingRows";

const root = join(__dirname, "../../../..");

/** `npm run matrix -- --processes` plays every cell through processes. */
const hasProcesses = process.env.MATRIX_PROCESSES !== undefined;

describe("reliability: every resource, operation and fault, through both adapters", function () {
  this.timeout(180_000);
  const outcome = new Outcome(faults);
  let lanes: Lane[];
  let other: Emulator;
  let inProcess: InProcess | undefined;

  before(async () => {
    inProcess = hasProcesses ? undefined : new InProcess();
    const start = inProcess?.start ?? startProcess;
    lanes = await Promise.all(adapters.map((adapter) => Lane.start(adapter, start)));
    other = await Emulator.start({ tenantId: "00000000-0000-4000-8000-000000000002" });
  });
  after(async () => {
    inProcess?.end();
    await Promise.all([other, ...lanes].map((each) => each.close()));
  });

  for (const row of rows) {
    it(`${rowName(row)}: promises hold`, async () => {
      const failed = await ofLanes((lane) => failedCells(lane, row));
      expect(failed).to.deep.equal([]);
    });
  }

  for (const row of settingRows) {
    it(`${row.settingCase.kind}, ${row.operation}, ${row.moment}: promises hold`, async () => {
      const failed = await ofLanes(async (lane) => {
        const looks = isReading(row) ? {} : await looksBefore(lane, row);
        const problems: string[] = [];
        for (const fault of faults.filter((each) => each.hits(row))) {
          const judged = await playSettingCell(lane, row, fault, looks);
          outcome.cell(row.settingCase.kind, row, fault, lane.adapter, judged.word);
          problems.push(...judged.problems);
        }
        return problems;
      });
      expect(failed).to.deep.equal([]);
    });
  }

  for (const event of events) {
    it(`${event.name}: promises hold`, async () => {
      const failed = await ofLanes(async (lane) => {
        const played = await playEvent(lane, event, other);
        for (const { kind, word } of played) outcome.event(event, kind, lane.adapter, word);
        return played.flatMap(({ kind, word, problems }) =>
          [...(word === event.promised ? [] : [`it is ${word}`]), ...problems].map(
            (problem) => `${lane.adapter}, ${kind}: ${problem}`,
          ),
        );
      });
      expect(failed).to.deep.equal([]);
    });
  }

  it("docs/reliability.md says what this run has found", async () => {
    outcome.write();
    const command = [join(root, "scripts/reliabilityDoc.mjs"), "--check"];
    const said = await promisify(execFile)(process.execPath, command, { cwd: root }).catch((error: unknown) => error);
    expect((said as { readonly stderr: string }).stderr).to.equal("");
  });

  /** Lanes in one process share its timers, so they take turns. */
  async function ofLanes(play: (lane: Lane) => Promise<string[]>): Promise<string[]> {
    if (inProcess === undefined) return (await Promise.all(lanes.map(play))).flat();
    const failed: string[] = [];
    for (const lane of lanes) failed.push(...(await play(lane)));
    return failed;
  }

  async function failedCells(lane: Lane, row: Row): Promise<string[]> {
    const failed: string[] = [];
    const looks = isReading(row) ? {} : await looksOf(lane, row);
    for (const fault of faults.filter((each) => each.hits(row))) {
      const { word, problems } = await judgeCell(lane, row, fault, looks);
      outcome.cell(row.kindCase.kind, row, fault, lane.adapter, word);
      failed.push(...problems);
    }
    return failed;
  }
});
