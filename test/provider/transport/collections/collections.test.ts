import { expect } from "chai";
import { Collections } from "../../../../provider/transport";
import { failure } from "../failure";
import { scriptedApi } from "../scriptedApi";
import { manualClock } from "../manualClock";
import { assignments, item, itemsOf, path, query, slowApi } from "./slowListings";

const named = (name: string, version: string) => ({
  path: name,
  query: { "api-version": version },
  idKey: "id",
});

describe("Collections", () => {
  it("lists once for many callers, at the same time and later", async () => {
    const api = scriptedApi(() => ({ value: [item("a")] }));
    const collections = new Collections(api);

    const lists = await Promise.all([1, 2, 3].map(() => itemsOf(collections.look(assignments))));
    const later = await itemsOf(collections.look({ path: path.toUpperCase(), query: { ...query }, idKey: "id" }));

    expect([...lists, later]).to.deep.equal(Array(4).fill([item("a")]));
    expect(api.requests).to.deep.equal([{ method: "GET", path, query }]);
  });

  it("tells collections apart by path and by query", async () => {
    const api = scriptedApi(({ path: asked, query: sent }) => ({ value: [asked, sent?.["api-version"]] }));
    const collections = new Collections(api);

    expect(await itemsOf(collections.look(named("/a", "1")))).to.deep.equal(["/a", "1"]);
    expect(await itemsOf(collections.look(named("/b", "1")))).to.deep.equal(["/b", "1"]);
    expect(await itemsOf(collections.look(named("/a", "2")))).to.deep.equal(["/a", "2"]);
  });

  it("corrects what is known after own writes", async () => {
    const api = scriptedApi(() => ({ value: [item("A"), item("b")] }));
    const collections = new Collections(api);
    await collections.look(assignments);

    collections.put(assignments, item("c"));
    collections.put(assignments, item("a", "renamed"));
    collections.remove({ ...assignments, path: path.toUpperCase() }, "B");

    expect(await itemsOf(collections.look(assignments))).to.deep.equal([item("a", "renamed"), item("c")]);
    expect(api.requests).to.have.length(1);
  });

  it("corrects a listing that is on its way when it arrives", async () => {
    const api = slowApi();
    const collections = new Collections(api);
    const listed = collections.look(assignments);

    collections.put(assignments, item("c"));
    collections.remove(assignments, "a");
    await api.answer([item("a"), item("b")]);

    expect(await itemsOf(listed)).to.deep.equal([item("b"), item("c")]);
    expect(await itemsOf(collections.look(assignments))).to.deep.equal([item("b"), item("c")]);
  });

  it("adds to a listing what this process has just made, which the service may not list yet", async () => {
    const api = slowApi();
    const collections = new Collections(api);
    collections.put(assignments, item("c"));

    const listed = collections.look(assignments);
    await api.answer([item("a")]);

    expect(await itemsOf(listed)).to.deep.equal([item("a"), item("c")]);
  });

  it("takes what the service lists of an object as newer than the own write before", async () => {
    const api = slowApi();
    const collections = new Collections(api);
    collections.put(assignments, item("c", "mine"));

    const listed = collections.look(assignments);
    await api.answer([item("c", "changed since")]);

    expect(await itemsOf(listed)).to.deep.equal([item("c", "changed since")]);
  });

  it("corrects what is known after a look at one object, and no listing that starts later", async () => {
    let items = [item("a")];
    const collections = new Collections(scriptedApi(() => ({ value: items })));
    await collections.look(assignments);

    collections.saw(assignments, item("a", "changed since"));
    const known = await itemsOf(collections.look(assignments));
    items = [];
    const later = await itemsOf(collections.look(assignments, { startedAfter: collections.now() }));

    expect(known).to.deep.equal([item("a", "changed since")]);
    expect(later).to.deep.equal([]);
  });

  it("takes a listing as the service gives it a minute after the own write", async () => {
    const clock = manualClock();
    const api = slowApi();
    const collections = new Collections(api, clock);
    collections.put(assignments, item("c"));
    await clock.advance(60_001);

    const listed = collections.look(assignments);
    await api.answer([item("a")]);

    expect(await itemsOf(listed)).to.deep.equal([item("a")]);
  });

  it("answers with the known listing where it started after the moment, and with a new one where it did not", async () => {
    const clock = manualClock();
    const api = scriptedApi((_request, index) => ({ value: [item(`listing ${index}`)] }));
    const collections = new Collections(api, clock);
    const before = collections.now();
    const { startedAt } = await collections.look(assignments);

    expect(await itemsOf(collections.look(assignments, { startedAfter: before }))).to.deep.equal([item("listing 0")]);
    expect(await itemsOf(collections.look(assignments, { startedAfter: startedAt }))).to.deep.equal([
      item("listing 1"),
    ]);
    expect(await itemsOf(collections.look(assignments))).to.deep.equal([item("listing 1")]);
  });

  it("lets everybody share the next listing who asks while one is on its way that started too early", async () => {
    const api = slowApi();
    const collections = new Collections(api);
    const first = collections.look(assignments);

    const next = [1, 2, 3].map(() => collections.look(assignments, { startedAfter: collections.now() }));
    await api.answer([item("early")]);
    await api.answer([item("late")]);

    expect(await itemsOf(first)).to.deep.equal([item("early")]);
    expect(await Promise.all(next.map(itemsOf))).to.deep.equal(Array(3).fill([item("late")]));
    expect(api.requests).to.have.length(2);
  });

  it("tells moments apart while the clock stands still", () => {
    const collections = new Collections(slowApi(), manualClock());

    const [first, second, third] = [collections.now(), collections.now(), collections.now()];

    expect(second).to.be.greaterThan(first);
    expect(third).to.be.greaterThan(second);
  });

  it("reads a list of several pages until a reading has all that the one before it had", async () => {
    const readings = [
      ["a", "b", "c"],
      ["a", "c"],
      ["a", "c"],
    ];
    const pagesOf = (ids: string[]): unknown[] => [
      { value: ids.slice(0, 1).map((id) => item(id)), nextLink: "/next" },
      { value: ids.slice(1).map((id) => item(id)) },
    ];
    const pages = readings.flatMap(pagesOf);
    const api = scriptedApi((_request, index) => pages[index]);

    const listed = await itemsOf(new Collections(api).look(assignments));

    expect(listed).to.deep.equal([item("a"), item("c")]);
    expect(api.requests).to.have.length(6);
  });

  it("fails where a list of several pages never gives the same twice", async () => {
    const api = scriptedApi((_request, index) =>
      index % 2 === 0 ? { value: [item(`n${index}`)], nextLink: `/next${index}` } : { value: [item("last")] },
    );

    const error = await failure(new Collections(api).look(assignments));

    expect(error.message).to.contain("gave another list each of 6 times");
  });

  it("does not change a list that was given out", async () => {
    const collections = new Collections(scriptedApi(() => ({ value: [item("a")] })));
    const before = await itemsOf(collections.look(assignments));

    collections.remove(assignments, "a");

    expect(before).to.deep.equal([item("a")]);
  });

  it("forgets after a failed write and passes its error on", async () => {
    const api = scriptedApi((_request, index) => ({ value: [index] }));
    const collections = new Collections(api);
    await collections.look(assignments);

    const error = await failure(collections.dropOnFailure(path, () => Promise.reject(new Error("no"))));

    expect(error.message).to.equal("no");
    expect(await itemsOf(collections.look(assignments))).to.deep.equal([1]);
  });

  it("keeps what is known after a write that went well", async () => {
    const api = scriptedApi(() => ({ value: [] }));
    const collections = new Collections(api);
    await collections.look(assignments);

    expect(await collections.dropOnFailure(path, () => Promise.resolve(7))).to.equal(7);

    await collections.look(assignments);
    expect(api.requests).to.have.length(1);
  });

  it("gives a dropped listing to those who waited, and to nobody else", async () => {
    const api = slowApi();
    const collections = new Collections(api);
    const before = collections.look(assignments);

    collections.drop(path);
    const after = collections.look(assignments);
    await api.answer([item("old")]);
    await api.answer([item("new")]);

    expect(await itemsOf(before)).to.deep.equal([item("old")]);
    expect(await itemsOf(after)).to.deep.equal([item("new")]);
    expect(await itemsOf(collections.look(assignments))).to.deep.equal([item("new")]);
  });

  it("fails for all who waited, and keeps no failed listing", async () => {
    const api = slowApi();
    const collections = new Collections(api);
    const lists = [collections.look(assignments), collections.look(assignments)].map(failure);

    await api.fail(new Error("lost"));
    const again = collections.look(assignments);
    await api.answer([item("a")]);

    expect((await Promise.all(lists)).map((error) => error.message)).to.deep.equal(["lost", "lost"]);
    expect(await itemsOf(again)).to.deep.equal([item("a")]);
  });

  it("forgets the collection when a written entity has no id", async () => {
    const api = scriptedApi((_request, index) => ({ value: [index] }));
    const collections = new Collections(api);
    await collections.look(assignments);

    collections.put(assignments, { name: "nameless" });

    expect(await itemsOf(collections.look(assignments))).to.deep.equal([1]);
  });
});
