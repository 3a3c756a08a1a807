import { expect } from "chai";

import { clearedWhenAbsent, list, object, text } from "../../../provider/declare/fields";
import { fieldTree, hasItems, hasMembers, type Visit, walk } from "../../../provider/declare/fieldTree";

const fields = fieldTree({
  name: text(),
  instrument: object({ group: text(), id: clearedWhenAbsent(text()) }, { replaces: true }),
  apis: list(object({ name: text() })),
});

const whole: Visit = (node, [value], inside) => (hasMembers(node, value) || hasItems(node, value) ? inside() : value);

describe("walking the fields", () => {
  it("keeps what is declared, in objects and in the items of lists, and leaves out what has no result", () => {
    const value = {
      name: "a",
      instrument: { group: "rg", strange: 1 },
      apis: [{ name: "sql", strange: 1 }, "text"],
      strange: 1,
    };

    expect(walk(fields, [value], whole)).to.deep.equal({
      name: "a",
      instrument: { group: "rg" },
      apis: [{ name: "sql" }, "text"],
    });
  });

  it("shows a field its values in all objects and its path", () => {
    const seen: unknown[] = [];
    const program = { name: "a", instrument: { group: "rg" }, apis: [{ name: "sql" }] };
    const live = { name: "b", instrument: "gone" };

    walk(fields, [program, live], (_node, values, inside, path) => {
      seen.push([path, ...values]);
      return inside();
    });

    expect(seen).to.deep.equal([
      ["name", "a", "b"],
      ["instrument", { group: "rg" }, "gone"],
      ["instrument.group", "rg", undefined],
      ["instrument.id", undefined, undefined],
      ["apis", [{ name: "sql" }], undefined],
      ["apis[0]", { name: "sql" }],
      ["apis[0].name", "sql"],
    ]);
  });

  it("goes inside only where the visit does", () => {
    const visited: string[] = [];

    walk(fields, [{ instrument: { group: "rg" } }], ({ name }) => visited.push(name));

    expect(visited).to.deep.equal(["name", "instrument", "apis"]);
  });
});
