import { expect } from "chai";

import {
  CancelledError,
  ConflictError,
  ConnectionError,
  ForbiddenError,
  NotFoundError,
  TimeoutError,
} from "../../../provider/errors";
import { OperationFailedError } from "../../../provider/transport";
import { failure } from "../transport/failure";
import { changeUnderTest, environmentId, operation, operationList, type Script } from "./changeUnderTest";

const bare = { status: 202 };
const listed = (...operations: readonly object[]) => ({ body: { collection: operations, continuationToken: null } });

/** The change is accepted with a bare 202; the list shows this at each look, the last of it for ever. */
const accepted =
  (...looks: readonly (readonly object[])[]): Script =>
  ({ path }, nth) =>
    path === operationList ? listed(...(looks[Math.min(nth, looks.length) - 1] ?? [])) : { ...bare, ...ended(path) };

/** An operation that is looked at by its id has succeeded. */
const ended = (path: string): object =>
  path.startsWith("/environmentmanagement/operations/")
    ? { status: 200, body: operation(path.split("/").at(-1)!, "Succeeded") }
    : {};

const conflict = (code?: string): ConflictError =>
  new ConflictError("POST /change answered 409 Conflict", {
    status: 409,
    outcome: "refused",
    ...(code === undefined ? {} : { code, codes: [code] }),
  });

describe("awaitChange", () => {
  it("finds the operation of a bare 202 in the list of the environment and waits for its end", async () => {
    const old = operation("old", "Succeeded");
    const change = changeUnderTest(accepted([old], [old], [operation("ours", "InProgress"), old]));

    expect(await change.carryOut()).to.include({ word: "Succeeded" });
    expect(change.asked).to.deep.equal([
      `GET ${operationList}`,
      "POST /change",
      `GET ${operationList}`,
      `GET ${operationList}`,
      "GET /environmentmanagement/operations/ours",
    ]);
    expect(change.progress[0]).to.equal("waiting: no operation of it is listed");
  });

  it("does not take an operation that started before the change for its own, though the list was not readable then", async () => {
    const old = operation("old", "Failed", { startTime: "2025-12-31T23:00:00Z" });
    const change = changeUnderTest(({ path }, nth) => {
      if (path !== operationList) return { ...bare, ...ended(path) };
      return nth === 1 ? new ForbiddenError("no", { status: 403 }) : listed(old, operation("ours", "Queued"));
    });

    await change.carryOut();

    expect(change.asked.at(-1)).to.equal("GET /environmentmanagement/operations/ours");
  });

  it("prefers the caller's operation to that of somebody else, and does not take a passed check for a change", async () => {
    const requestedBy = { userId: "CCCCCCCC-cccc-4ccc-8ccc-cccccccccccc" };
    const change = changeUnderTest(
      accepted(
        [],
        [
          operation("check", "ValidationPassed", { requestedBy }),
          operation("theirs", "Failed", { requestedBy: { userId: "somebody" } }),
          operation("ours", "Succeeded", { requestedBy }),
        ],
      ),
    );

    expect(await change.carryOut()).to.include({ word: "Succeeded" });
  });

  it("tells of an operation in the list that failed", async () => {
    const errorDetail = { code: "SkuNotAllowed", fieldErrors: null };
    const change = changeUnderTest(accepted([], [operation("ours", "Failed", { errorDetail })]));

    expect(await failure(change.carryOut()))
      .to.be.instanceOf(OperationFailedError)
      .and.include({ code: "SkuNotAllowed", outcome: "unknown" });
  });

  it("lets the live object decide where the list shows no operation", async () => {
    const change = changeUnderTest(accepted([]));
    let looks = 0;

    const result = await change.carryOut({ environmentId, isDone: () => Promise.resolve(++looks === 3) });

    expect(result).to.deep.equal({ body: undefined });
    expect(change.clock.sleeps).to.deep.equal([1_000, 2_000]);
  });

  it("lets the live object decide where the list cannot be read", async () => {
    const change = changeUnderTest(({ path }) =>
      path === operationList ? new NotFoundError("no list", { status: 404 }) : bare,
    );

    expect(await change.carryOut({ environmentId, isDone: () => Promise.resolve(true) })).to.deep.equal({
      body: undefined,
    });
  });

  it("says that the change may still finish when time is over", async () => {
    const change = changeUnderTest(accepted([]));

    const error = await failure(
      change.carryOut({ environmentId, waitMs: 30_000, isDone: () => Promise.resolve(false) }),
    );

    expect(error).to.be.instanceOf(TimeoutError).and.include({ outcome: "unknown" });
    expect(error.message).to.match(
      /^the change: still running after 30 s \(\d+ reads, last no operation of it is listed\); it was accepted and may still finish$/,
    );
  });

  it("gives an operation that was found only the rest of the time", async () => {
    const change = changeUnderTest(({ path }, nth) => {
      if (path === operationList) return nth < 4 ? listed() : listed(operation("ours", "Queued"));
      return path === "/change" ? bare : { body: operation("ours", "InProgress") };
    });

    const error = await failure(change.carryOut({ environmentId, waitMs: 20_000 }));

    expect(error.message).to.contain("operation ours: still running after 17 s");
  });

  it("stops when it is aborted, and says that the change goes on", async () => {
    const controller = new AbortController();
    const change = changeUnderTest(accepted([]), controller.signal);

    const error = await failure(
      change.carryOut({
        environmentId,
        isDone: () => {
          controller.abort(new Error("the engine stopped"));
          return Promise.resolve(false);
        },
      }),
    );

    expect(error).to.be.instanceOf(CancelledError).and.include({ outcome: "unknown" });
    expect(error.message).to.contain("may still finish");
  });

  it("asks no list of a change that is done when it is answered", async () => {
    const change = changeUnderTest(() => ({ status: 204 }));

    await change.carryOut({});

    expect(change.asked).to.deep.equal(["POST /change"]);
  });
});

describe("a change of a busy environment", () => {
  it("is sent again until no other operation runs, by the code of the refusal", async () => {
    const change = changeUnderTest(({ path }, nth) =>
      path === "/change" ? (nth < 3 ? conflict("OperationNotStartable") : { status: 200 }) : listed(),
    );

    await change.carryOut();

    expect(change.asked.filter((route) => route === "POST /change")).to.have.length(3);
    expect(change.clock.sleeps).to.deep.equal([1_000, 2_000]);
    expect(change.progress).to.deep.equal(["waiting: another operation runs", "waiting: another operation runs, 1 s"]);
  });

  it("is sent again where the refusal has no code and the list shows an operation that runs", async () => {
    const change = changeUnderTest(({ path }, nth) => {
      if (path === "/change") return nth === 1 ? conflict() : { status: 200 };
      return listed(operation("theirs", nth < 3 ? "InProgress" : "Succeeded"));
    });

    await change.carryOut();

    expect(change.asked.filter((route) => route === "POST /change")).to.have.length(2);
  });

  it("is refused where no operation runs, and where there is no capacity", async () => {
    for (const [code, running] of [
      ["AlreadyManaged", "Succeeded"],
      ["InsufficientCapacity_StorageDriven", "InProgress"],
    ] as const) {
      const change = changeUnderTest(({ path }) =>
        path === "/change" ? conflict(code) : listed(operation("theirs", running)),
      );

      expect(await failure(change.carryOut())).to.include({ code });
      expect(change.asked.filter((route) => route === "POST /change")).to.have.length(1);
    }
  });

  it("is refused when the other operation does not end in time", async () => {
    const change = changeUnderTest(({ path }) => (path === "/change" ? conflict("OperationNotStartable") : listed()));

    const error = await failure(change.carryOut({ environmentId, waitMs: 60_000 }));

    expect(error).to.be.instanceOf(ConflictError);
    expect(error.message).to.match(/another operation was still running after 1 min$/);
  });
});

describe("a change whose answer is lost", () => {
  const lost = new ConnectionError("the connection was reset", { outcome: "unknown", requestId: "r-1" });

  it("was accepted where the list shows a new operation, which is waited for", async () => {
    const change = changeUnderTest(({ path }, nth) => {
      if (path === operationList) return nth < 3 ? listed() : listed(operation("ours", "InProgress"));
      return path === "/change" ? lost : { body: operation("ours", "Succeeded") };
    });

    expect(await change.carryOut()).to.include({ word: "Succeeded" });
    expect(change.asked.filter((route) => route === "POST /change")).to.have.length(1);
  });

  it("is an error where the list shows none, and is not sent again", async () => {
    const change = changeUnderTest(({ path }) => (path === operationList ? listed() : lost));

    expect(await failure(change.carryOut())).to.equal(lost);
    expect(change.asked.filter((route) => route === "POST /change")).to.have.length(1);
  });
});

describe("turns of changes", () => {
  /** Which changes are under way at each send, by path. */
  const underWay = async (...changes: readonly { environmentId?: string; turns?: readonly string[] }[]) => {
    const running = new Set<string>();
    const seen: string[] = [];
    const change = changeUnderTest(({ path }, nth) => {
      if (path.endsWith("/operations")) return listed();
      if (path.startsWith("/environmentmanagement")) {
        const name = path.split("/").at(-1)!;
        if (nth === 3) running.delete(name);
        return { body: operation(name, nth === 3 ? "Succeeded" : "InProgress") };
      }
      const name = path.slice(1);
      running.add(name);
      seen.push([...running].join("+"));
      return { status: 202, body: operation(name, "Queued") };
    });
    await Promise.all(
      changes.map((each, index) => change.carryOut({ ...each }, `/${String.fromCharCode(97 + index)}`)),
    );
    return seen;
  };

  it("are taken by those of one environment, in any spelling of its id", async () => {
    expect(await underWay({ environmentId }, { environmentId: environmentId.toUpperCase() })).to.deep.equal(["a", "b"]);
  });

  it("are taken by those of one group, whatever the environment", async () => {
    const turns = ["group g"];

    expect(await underWay({ environmentId: "one", turns }, { environmentId: "two", turns })).to.deep.equal(["a", "b"]);
  });

  it("are not needed by those of different environments and groups", async () => {
    expect(await underWay({ environmentId: "one" }, { environmentId: "two" })).to.deep.equal(["a", "a+b"]);
  });
});
