import { expect } from "chai";
import { Collections } from "../../../provider/transport";
import type { Listed } from "../../../provider/transport/listed";
import { failure } from "./failure";
import { manualClock, tick } from "./manualClock";
import { type ScriptedApi, scriptedApi } from "./scriptedApi";

const path = "/authorization/roleAssignments";
const query = { "api-version": "2024-10-01" };
const item = (id: string, name = id): Record<string, unknown> => ({ id, name });

const itemsOf = async (listing: Promise<Listed>): Promise<readonly unknown[]> => (await listing).items;

/** An api whose listings stay on their way until `answer` is called for the oldest of them. */
function slowApi(): ScriptedApi & {
  answer: (items: unknown[]) => Promise<void>;
  fail: (error: Error) => Promise<void>;
} {
  const open: { resolve: (body: unknown) => void; reject: (error: Error) => void }[] = [];
  const api = scriptedApi(() => new Promise((resolve, reject) => open.push({ resolve, reject })));
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return Object.assign(api, {
    answer: (items: unknown[]) => {
      open.shift()!.resolve({ value: items });
      return settled();
    },
    fail: (error: Error) => {
      open.shift()!.reject(error);
      return settled();
    },
  });
}

/** A write that stays under way until `end` is called. */
function openWrite(): { readonly write: () => Promise<void>; readonly end: (error?: Error) => void } {
  let end: (error?: Error) => void = () => undefined;
  const ended = new Promise<void>((resolve, reject) => {
    end = (error) => {
      if (error === undefined) resolve();
      else reject(error);
    };
  });
  return {
    write: () => ended,
    end: (error) => {
      end(error);
    },
  };
}

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

describe("Collections.listSince", () => {
  it("does not answer from what is known, and refreshes it", async () => {
    const api = scriptedApi((_request, index) => ({ value: [index] }));
    const collections = new Collections(api);
    await collections.list(path, query);

    expect(await itemsOf(collections.listSince(path, query))).to.deep.equal([1]);
    expect(await itemsOf(collections.list(path, query))).to.deep.equal([1]);
    expect(await itemsOf(collections.list(path, query, { fresh: true }))).to.deep.equal([2]);
  });

  it("waits for the listing on its way and starts one for all who ask meanwhile", async () => {
    const api = slowApi();
    const collections = new Collections(api);
    const first = collections.list(path, query);

    const since = [1, 2, 3].map(() => collections.listSince(path, query));
    expect(api.requests).to.have.length(1);
    await api.answer([item("before")]);
    expect(api.requests).to.have.length(2);
    const late = collections.listSince(path, query);
    await api.answer([item("after")]);
    await api.answer([item("later")]);

    expect(await itemsOf(first)).to.deep.equal([item("before")]);
    expect(await Promise.all(since.map(itemsOf))).to.deep.equal(Array(3).fill([item("after")]));
    expect(await itemsOf(late)).to.deep.equal([item("later")]);
    expect(api.requests).to.have.length(3);
  });

  it("starts although the listing before it failed", async () => {
    const api = slowApi();
    const collections = new Collections(api);
    const first = failure(collections.list(path, query));
    const since = collections.listSince(path, query);

    await api.fail(new Error("lost"));
    await api.answer([item("a")]);

    expect((await first).message).to.equal("lost");
    expect(await itemsOf(since)).to.deep.equal([item("a")]);
  });

  it("stays one listing for fifty creates that end one after the other while one runs", async () => {
    const api = slowApi();
    const collections = new Collections(api);
    void collections.list(path, query);

    const since = Array.from({ length: 50 }, (_, index) => {
      collections.put(path, "id", item(`n${index}`));
      return collections.listSince(path, query);
    });
    await api.answer([]);
    await api.answer([item("n0")]);

    for (const listed of since) expect(await itemsOf(listed)).to.deep.equal([item("n0")]);
    expect(api.requests).to.have.length(2);
  });

  it("is not disturbed by a drop before it starts", async () => {
    const api = slowApi();
    const collections = new Collections(api);
    void collections.list(path, query);
    const since = collections.listSince(path, query);

    collections.drop(path);
    const other = collections.list(path, query);
    await api.answer([item("old")]);
    await api.answer([item("new")]);

    expect(await itemsOf(since)).to.deep.equal([item("new")]);
    expect(await itemsOf(other)).to.deep.equal([item("new")]);
    expect(api.requests).to.have.length(2);
  });

  it("is one listing for creates side by side that end one after the other", async () => {
    const api = slowApi();
    const collections = new Collections(api, manualClock());
    const posts = Array.from({ length: 16 }, openWrite);
    const creates = posts.map(async ({ write }) => {
      await collections.dropOnFailure(path, write);
      return itemsOf(collections.listSince(path, query));
    });

    for (const { end } of posts) {
      expect(api.requests).to.deep.equal([]);
      end();
      await tick();
    }
    await api.answer([item("a")]);

    expect(await Promise.all(creates)).to.deep.equal(Array(16).fill([item("a")]));
    expect(api.requests).to.have.length(1);
  });

  it("waits for writes to other collections too: whoever makes them may come here next", async () => {
    const api = slowApi();
    const collections = new Collections(api, manualClock());
    const { write, end } = openWrite();
    const written = collections.dropOnFailure("/other", write);

    const since = collections.listSince(path, query);
    await tick();
    expect(api.requests).to.deep.equal([]);
    end();
    await written;
    await tick();

    await api.answer([item("a")]);
    expect(await itemsOf(since)).to.deep.equal([item("a")]);
  });

  it("waits for a write no longer than three times as long as the last listing took", async () => {
    const clock = manualClock();
    const api = slowApi();
    const collections = new Collections(api, clock);
    const known = collections.list(path, query);
    await clock.advance(100);
    await api.answer([]);
    await known;
    const { write, end } = openWrite();
    const written = collections.dropOnFailure(path, write);

    const since = collections.listSince(path, query);
    await tick();
    await clock.advance(299);
    expect(api.requests).to.have.length(1);
    await clock.advance(1);
    expect(api.requests).to.have.length(2);

    await api.answer([item("a")]);
    expect(await itemsOf(since)).to.deep.equal([item("a")]);
    end();
    await written;
  });

  it("leaves nobody waiting for the time when the writes have ended", async () => {
    const clock = manualClock();
    const api = slowApi();
    const collections = new Collections(api, clock);
    const { write, end } = openWrite();
    const written = failure(collections.dropOnFailure(path, write));

    const since = collections.listSince(path, query);
    await tick();
    expect(clock.sleepers).to.equal(1);
    end(new Error("refused"));
    await written;
    await tick();

    expect(clock.sleepers).to.equal(0);
    await api.answer([]);
    expect(await itemsOf(since)).to.deep.equal([]);
  });

  it("alone waits: a fresh list starts at once whoever writes", () => {
    const api = slowApi();
    const collections = new Collections(api, manualClock());
    void collections.dropOnFailure(path, openWrite().write);

    void collections.list(path, query, { fresh: true });

    expect(api.requests).to.have.length(1);
  });
});
