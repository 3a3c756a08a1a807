import { expect } from "chai";
import { detailsOf, diffObjects, topKeysOf } from "../../../testing/engine/properties/objectDiff";
import { formatPath, parsePath } from "../../../testing/engine/properties/path";
import { inverted, replacing } from "../../../testing/engine/properties/propertyDiff";
import { secret } from "../../../testing/engine/properties/secrets";

describe("engine: how maps of properties differ", () => {
  it("is told by path and kind, as deep as it goes", () => {
    const diff = diffObjects(
      { gone: 1, same: [1], rules: [{ port: 80 }, 2], tags: { "a.b": "1", c: "2" } },
      { come: 1, same: [1], rules: [{ port: 81 }, 2, 3], tags: { "a.b": "2" } },
    );

    expect(diff && topKeysOf(diff)).to.deep.equal(["come", "gone", "rules", "tags"]);
    expect(diff && detailsOf(diff)).to.deep.equal({
      come: { kind: "add", inputDiff: true },
      gone: { kind: "delete", inputDiff: true },
      "rules[0].port": { kind: "update", inputDiff: true },
      "rules[2]": { kind: "add", inputDiff: true },
      'tags["a.b"]': { kind: "update", inputDiff: true },
      "tags.c": { kind: "delete", inputDiff: true },
    });
  });

  it("takes null for nothing in a map, and for a value in a list", () => {
    expect(diffObjects({ a: null }, {})).to.equal(undefined);
    expect(diffObjects({ a: null }, { a: 1 })?.adds.get("a")).to.equal(1);
    expect(diffObjects({ a: [null] }, { a: [1] })?.updates.has("a")).to.equal(true);
  });

  it("looks at secrets as a whole", () => {
    const diff = diffObjects({ pin: secret({ a: 1 }) }, { pin: secret({ a: 2 }) });

    expect(diff && detailsOf(diff)).to.deep.equal({ pin: { kind: "update", inputDiff: true } });
  });

  it("leaves out what it is told to", () => {
    const diff = diffObjects({ a: 1, b: { c: 1 } }, { a: 2, b: { c: 2 } }, (path) => formatPath(path) === "b.c");

    expect(diff && topKeysOf(diff)).to.deep.equal(["a"]);
  });

  it("has a way back, and one that replaces", () => {
    expect(inverted({ a: { kind: "add-replace", inputDiff: true } })).to.deep.equal({
      a: { kind: "delete-replace", inputDiff: true },
    });
    expect(replacing({ kind: "update", inputDiff: false })).to.deep.equal({
      kind: "update-replace",
      inputDiff: false,
    });
  });

  it("writes paths as it reads them", () => {
    for (const path of ["tags.owner", "rules[0].port", '["a.b"].c', 'x["say \\"hi\\""][2]'])
      expect(formatPath(parsePath(path))).to.equal(path);
  });
});
