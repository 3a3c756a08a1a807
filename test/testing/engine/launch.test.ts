import { join } from "node:path";
import { expect } from "chai";

import { ScriptProcess } from "../../../testing/engine/program/childProcess";

interface Told {
  readonly before: boolean;
  readonly text: string;
  readonly after: boolean;
}

describe("engine: a process of programs and dynamic providers", () => {
  it("loads TypeScript when a function becomes text, and not before", async () => {
    const lines: string[] = [];
    const running = new ScriptProcess({
      script: join(__dirname, "support/functionText.js"),
      args: [],
      directory: __dirname,
      env: {},
      onLine: (line) => lines.push(line),
    });

    expect(await running.ended, lines.join("\n")).to.equal(0);
    const { text, ...told } = JSON.parse(lines.join("")) as Told;

    expect(told).to.deep.equal({ before: false, after: true });
    expect(text).to.include("answer: 42");
  });
});
