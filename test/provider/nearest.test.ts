import { expect } from "chai";
import { nearest } from "../../provider/nearest";

const words = ["unitedstates", "europe", "unitedarabemirates", "uk"];

describe("nearest", () => {
  for (const [word, found] of [
    ["United States", "unitedstates"],
    ["untied_states", "unitedstates"],
    ["EUROP", "europe"],
    ["uk", "uk"],
  ] as const) {
    it(`finds ${found} for ${word}`, () => {
      expect(nearest(word, words)).to.deep.equal({ word: found, isLikely: true });
    });
  }

  it("says that a far one is not likely", () => {
    expect(nearest("antarctica", words)).to.have.property("isLikely", false);
  });

  it("takes the first of several that are equally near", () => {
    expect(nearest("ab", ["ax", "ay"])?.word).to.equal("ax");
  });

  it("finds nothing among nothing", () => {
    expect(nearest("a", [])).to.equal(undefined);
  });
});
