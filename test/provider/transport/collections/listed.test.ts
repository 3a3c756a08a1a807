import { expect } from "chai";

import { Listed } from "../../../../provider/transport/collections/listed";

interface Item {
  readonly id: string;
  readonly colour?: string;
}

const red = { id: "A", colour: "red" };
const blue = { id: "b", colour: "blue" };
const alsoRed = { id: "c", colour: "red" };

const colourOf = (item: unknown): string | undefined => (item as Item).colour;

describe("Listed", () => {
  it("finds an item by its id in any case, and none by an id that nobody has", () => {
    const listed = new Listed([red, blue, "no object", { colour: "green" }], 0);

    expect(listed.byId("id", "a")).to.equal(red);
    expect(listed.byId("id", "B")).to.equal(blue);
    expect(listed.byId("id", "")).to.equal(undefined);
    expect(listed.byId("name", "a")).to.equal(undefined);
  });

  it("finds all items with a key", () => {
    const listed = new Listed([red, blue, alsoRed, { id: "colourless" }], 0);

    expect(listed.by(colourOf, "red")).to.deep.equal([red, alsoRed]);
    expect(listed.by(colourOf, "green")).to.deep.equal([]);
  });

  it("reads the key of an item once, however often it is looked up", () => {
    let reads = 0;
    const counting = (item: unknown): string | undefined => {
      reads += 1;
      return colourOf(item);
    };
    const listed = new Listed([red, blue], 0);

    for (let index = 0; index < 100; index++) listed.by(counting, "red");
    listed.correct({ idKey: "id", id: "c", entity: alsoRed });
    listed.by(counting, "red");

    expect(reads).to.equal(3);
  });

  it("puts a changed object in the place of the old one, and a new one at the end", () => {
    const listed = new Listed([red, blue], 0);
    const before = listed.items;
    const green = { id: "a", colour: "green" };

    listed.correct({ idKey: "id", id: "a", entity: green });
    listed.correct({ idKey: "id", id: "c", entity: alsoRed });

    expect(listed.items).to.deep.equal([green, blue, alsoRed]);
    expect(before).to.deep.equal([red, blue]);
  });

  it("finds what corrections have made of it under the new keys only", () => {
    const listed = new Listed([red, blue, alsoRed], 0);
    listed.by(colourOf, "red");
    const green = { id: "a", colour: "green" };

    listed.correct({ idKey: "id", id: "a", entity: green });
    listed.correct({ idKey: "id", id: "B" });

    expect(["red", "green", "blue"].map((colour) => listed.by(colourOf, colour))).to.deep.equal([
      [alsoRed],
      [green],
      [],
    ]);
    expect(["a", "b", "c"].map((id) => listed.byId("id", id))).to.deep.equal([green, undefined, alsoRed]);
  });

  it("takes all of an object away that was listed twice, as pages that overlap do", () => {
    const listed = new Listed([red, blue, { ...red }], 0);

    listed.correct({ idKey: "id", id: "a" });

    expect(listed.items).to.deep.equal([blue]);
    expect(listed.byId("id", "a")).to.equal(undefined);
  });

  it("does without a correction of what is not in it", () => {
    const listed = new Listed([red], 0);

    listed.correct({ idKey: "id", id: "z" });

    expect(listed.items).to.deep.equal([red]);
  });
});
