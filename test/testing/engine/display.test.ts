import { expect } from "chai";
import { NativeNote } from "./support/nativeNote";
import { patience, ToyStack } from "./support/toyStack";

const lines = (text: string, from: string, count: number): string[] => {
  const all = text.split("\n");
  const start = all.findIndex((line) => line.includes(from));
  return all.slice(start, start + count);
};

// Every expected text was printed by CLI 3.248.0 for the same program and plugin.
describe("engine: differences in detail, as the CLI prints them", function () {
  this.timeout(patience);
  let toy: ToyStack;

  const note =
    (args: Record<string, unknown>, options = {}) =>
    () => {
      new NativeNote("note", args, options);
    };

  /** The detailed lines of a change from one set of arguments to another. */
  async function detailsOf(before: Record<string, unknown>, after: Record<string, unknown>, options = {}) {
    toy = ToyStack.native(note({ text: "one", ...before }));
    await toy.up();
    const { diff } = await toy.previewOf(note({ text: "one", ...after }, options));
    return lines(diff, "Note::note]", 30).slice(1);
  }

  afterEach(() => {
    toy.service.remove();
  });

  it("go into lists and maps", async () => {
    const details = await detailsOf(
      { nested: { x: { y: [{ z: 1 }, 2] } } },
      { nested: { x: { y: [{ z: 2 }, 2, { n: "w" }] } } },
    );

    expect(details.slice(0, 12)).to.deep.equal([
      "      ~ nested: {",
      "          ~ x: {",
      "              ~ y: [",
      "                  ~ [0]: {",
      "                          ~ z: 1 => 2",
      "                        }",
      "                  + [2]: {",
      '                          + n: "w"',
      "                        }",
      "                ]",
      "            }",
      "        }",
    ]);
  });

  it("take JSON for what it stands for", async () => {
    const details = await detailsOf({ doc: '{"a":1,"b":[1,2]}' }, { doc: '{"a":2,"b":[1,3]}' });

    expect(details.slice(0, 7)).to.deep.equal([
      "      ~ doc: (json) {",
      "          ~ a: 1 => 2",
      "          ~ b: [",
      "                [0]: 1",
      "              ~ [1]: 2 => 3",
      "            ]",
      "        }",
    ]);
  });

  it("show of long texts the lines around what differs", async () => {
    const [before, after] = ["1\n2\n3\n4\n5\n6\n7", "1\n2\n3\n4\nV\n6\n7\n8"];

    const details = await detailsOf({ doc: before }, { doc: after });

    expect(details.slice(0, 10)).to.deep.equal([
      "      ~ doc: ",
      "            ...",
      "            3",
      "            4",
      "          - 5",
      "          + V",
      "            6",
      "          - 7",
      "          + 7",
      "          + 8",
    ]);
  });

  it("show values of another kind as one that goes and one that comes", async () => {
    const details = await detailsOf({ flag: true, list: [] }, { flag: [1], list: "none" });

    expect(details.slice(0, 5)).to.deep.equal([
      "      - flag: true",
      "      + flag: [",
      "      +     [0]: 1",
      "        ]",
      '      + list: "none"',
    ]);
  });

  it("only name what hideDiffs hides", async () => {
    const details = await detailsOf(
      { doc: "a", tags: { a: "1" } },
      { doc: "b", tags: { a: "2" } },
      { hideDiffs: ["tags.a"] },
    );

    expect(details.slice(0, 2)).to.deep.equal(["      ~ tags.a (hidden)", '      ~ doc: "a" => "b"']);
  });
});
