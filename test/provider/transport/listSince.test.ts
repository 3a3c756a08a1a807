import { expect } from "chai";
import { Collections } from "../../../provider/transport";
import { failure } from "./failure";
import { manualClock, tick } from "./manualClock";
import { scriptedApi } from "./scriptedApi";
import { item, itemsOf, path, query, slowApi } from "./slowListings";

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

  /** Creates that end one after the other, and look for their objects `steps` later. */
  const playCreates = async (steps: number): Promise<void> => {
    const api = slowApi();
    const collections = new Collections(api, manualClock());
    const posts = Array.from({ length: 16 }, openWrite);
    const creates = posts.map(async ({ write }) => {
      await collections.dropOnFailure(path, write);
      for (let step = 0; step < steps; step++) await Promise.resolve();
      return itemsOf(collections.listSince(path, query));
    });

    for (const { end } of posts) {
      expect(api.requests).to.deep.equal([]);
      end();
      await tick();
    }
    await tick();
    await api.answer([item("a")]);

    expect(await Promise.all(creates)).to.deep.equal(Array(16).fill([item("a")]));
    expect(api.requests).to.have.length(1);
  };

  it("is one listing for creates side by side that end one after the other", () => playCreates(0));

  it("is shared by whoever has made the last of them and asks a moment later", () => playCreates(20));

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
