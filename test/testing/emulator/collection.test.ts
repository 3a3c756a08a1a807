import assert from "node:assert/strict";

import { Collection } from "../../../testing/emulator/tenant/collection";

interface Thing extends Record<string, unknown> {
  id: string;
  name?: string;
}

describe("a collection of the emulated tenant", () => {
  let things: Collection<Thing>;
  let events: string[];

  beforeEach(() => {
    events = [];
    things = new Collection<Thing>({
      name: "things",
      idOf: ({ id }) => id,
      complete: (thing) => ({ id: "none", ...thing }),
      onChange: (event, id) => events.push(`${event} ${id}`),
    });
    things.add({ id: "Aa", name: "first" });
    things.add({ id: "bb", name: "second" });
  });

  it("finds ids without regard to case, and keeps their order", () => {
    things.update("AA", { name: "changed" });
    assert.equal(things.get("aA")?.name, "changed");
    assert.deepEqual(
      things.list().map(({ id }) => id),
      ["Aa", "bb"],
    );
    assert.equal(things.remove("BB"), true);
    assert.equal(things.has("bb"), false);
    assert.deepEqual(events, ["add Aa", "add bb", "update AA", "remove BB"]);
  });

  it("takes an id once and lets nobody change it", () => {
    assert.throws(() => things.add({ id: "AA" }), /"AA" exists already/);
    assert.throws(() => things.update("aa", { id: "cc" }), /"aa" keeps its id/);
    assert.throws(() => things.update("cc", {}), /there is no "cc"/);
    assert.equal(things.remove("cc"), false);
  });

  it("gives and takes copies", () => {
    const [first] = things.list();
    Object.assign(first ?? {}, { name: "mine" });
    assert.equal(things.get("aa")?.name, "first");
  });
});
