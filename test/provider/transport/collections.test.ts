import { expect } from "chai";
import { Collections } from "../../../provider/transport";
import { failure } from "./failure";
import { scriptedApi } from "./scriptedApi";
import { item, itemsOf, path, query, slowApi } from "./slowListings";

describe("Collections", () => {
  it("lists once for many callers, at the same time and later", async () => {
    const api = scriptedApi(() => ({ value: [item("a")] }));
    const collections = new Collections(api);

    const lists = await Promise.all([1, 2, 3].map(() => itemsOf(collections.list(path, query))));
    const later = await itemsOf(collections.list(path.toUpperCase(), { ...query }));

    expect([...lists, later]).to.deep.equal(Array(4).fill([item("a")]));
    expect(api.requests).to.deep.equal([{ method: "GET", path, query }]);
  });

  it("tells collections apart by path and by query", async () => {
    const api = scriptedApi(({ path: asked, query: sent }) => ({ value: [asked, sent?.["api-version"]] }));
    const collections = new Collections(api);

    expect(await itemsOf(collections.list("/a", { "api-version": "1" }))).to.deep.equal(["/a", "1"]);
    expect(await itemsOf(collections.list("/b", { "api-version": "1" }))).to.deep.equal(["/b", "1"]);
    expect(await itemsOf(collections.list("/a", { "api-version": "2" }))).to.deep.equal(["/a", "2"]);
  });

  it("corrects what is known after own writes", async () => {
    const api = scriptedApi(() => ({ value: [item("A"), item("b")] }));
    const collections = new Collections(api);
    await collections.list(path, query);

    collections.put(path, "id", item("c"));
    collections.put(path, "id", item("a", "renamed"));
    collections.remove(path.toUpperCase(), "id", "B");

    expect(await itemsOf(collections.list(path, query))).to.deep.equal([item("a", "renamed"), item("c")]);
    expect(api.requests).to.have.length(1);
  });

  it("corrects a listing that is on its way when it arrives", async () => {
    const api = slowApi();
    const collections = new Collections(api);
    const listed = collections.list(path, query);

    collections.put(path, "id", item("c"));
    collections.remove(path, "id", "a");
    await api.answer([item("a"), item("b")]);

    expect(await itemsOf(listed)).to.deep.equal([item("b"), item("c")]);
    expect(await itemsOf(collections.list(path, query))).to.deep.equal([item("b"), item("c")]);
  });

  it("takes a listing that starts after a write as the service gives it", async () => {
    const api = slowApi();
    const collections = new Collections(api);
    collections.put(path, "id", item("c"));

    const listed = collections.list(path, query);
    await api.answer([item("a")]);

    expect(await itemsOf(listed)).to.deep.equal([item("a")]);
  });

  it("does not change a list that was given out", async () => {
    const collections = new Collections(scriptedApi(() => ({ value: [item("a")] })));
    const before = await itemsOf(collections.list(path, query));

    collections.remove(path, "id", "a");

    expect(before).to.deep.equal([item("a")]);
  });

  it("forgets after a failed write and passes its error on", async () => {
    const api = scriptedApi((_request, index) => ({ value: [index] }));
    const collections = new Collections(api);
    await collections.list(path, query);

    const error = await failure(collections.dropOnFailure(path, () => Promise.reject(new Error("no"))));

    expect(error.message).to.equal("no");
    expect(await itemsOf(collections.list(path, query))).to.deep.equal([1]);
  });

  it("keeps what is known after a write that went well", async () => {
    const api = scriptedApi(() => ({ value: [] }));
    const collections = new Collections(api);
    await collections.list(path, query);

    expect(await collections.dropOnFailure(path, () => Promise.resolve(7))).to.equal(7);

    await collections.list(path, query);
    expect(api.requests).to.have.length(1);
  });

  it("gives a dropped listing to those who waited, and to nobody else", async () => {
    const api = slowApi();
    const collections = new Collections(api);
    const before = collections.list(path, query);

    collections.drop(path);
    const after = collections.list(path, query);
    await api.answer([item("old")]);
    await api.answer([item("new")]);

    expect(await itemsOf(before)).to.deep.equal([item("old")]);
    expect(await itemsOf(after)).to.deep.equal([item("new")]);
    expect(await itemsOf(collections.list(path, query))).to.deep.equal([item("new")]);
  });

  it("fails for all who waited, and keeps no failed listing", async () => {
    const api = slowApi();
    const collections = new Collections(api);
    const lists = [collections.list(path, query), collections.list(path, query)].map(failure);

    await api.fail(new Error("lost"));
    const again = collections.list(path, query);
    await api.answer([item("a")]);

    expect((await Promise.all(lists)).map((error) => error.message)).to.deep.equal(["lost", "lost"]);
    expect(await itemsOf(again)).to.deep.equal([item("a")]);
  });

  it("forgets the collection when a written entity has no id", async () => {
    const api = scriptedApi((_request, index) => ({ value: [index] }));
    const collections = new Collections(api);
    await collections.list(path, query);

    collections.put(path, "id", { name: "nameless" });

    expect(await itemsOf(collections.list(path, query))).to.deep.equal([1]);
  });
});
