import { expect } from "chai";

import { kinds } from "../../../provider/resources";
import { startCoreDriver } from "../../scenarios/coreDriver";
import { allCases } from "../../kinds";
import { playScenarios } from "../../scenarios/play";

describe("scenarios in this process", () => {
  playScenarios(startCoreDriver);
});

describe("coverage of the scenarios", () => {
  it("is complete: every kind has its cases, and every field that replaces is among them", () => {
    expect(allCases.map(({ kind }) => kind)).to.have.members(kinds);
  });
});
