import { expect } from "chai";
import { hasTerminal } from "../../../provider/auth";

describe("hasTerminal", () => {
  for (const name of ["CI", "TF_BUILD", "JENKINS_URL", "TEAMCITY_VERSION"]) {
    it(`says no in a pipeline that sets ${name}`, () => {
      expect(hasTerminal({ [name]: "true" })).to.equal(false);
    });
  }

  it("asks the session where nothing is set, or switched off", () => {
    expect(hasTerminal({ CI: "false" })).to.equal(hasTerminal({}));
  });
});
