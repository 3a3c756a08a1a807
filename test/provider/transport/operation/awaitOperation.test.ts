import { expect } from "chai";
import {
  BadResponseError,
  CancelledError,
  ConflictError,
  ForbiddenError,
  NotFoundError,
  TimeoutError,
} from "../../../../provider/errors";
import { OperationFailedError } from "../../../../provider/transport";
import { failure } from "../failure";
import { accepted, group, lifecycle, location, waiting } from "./operationUnderTest";

describe("awaitOperation", () => {
  for (const word of ["Succeeded", "NoOperation", "ValidationPassed", "succeeded"]) {
    it(`takes ${word} for the good end`, async () => {
      const change = waiting(lifecycle("InProgress"), lifecycle(word));

      expect(await change.end(accepted)).to.deep.include({ word });
    });
  }

  for (const word of ["Failed", "Canceled", "Cancelled"]) {
    it(`takes ${word} for a bad end that may have done something`, async () => {
      const change = waiting(group(word));

      const error = await failure(change.end(accepted));

      expect(error).to.be.instanceOf(OperationFailedError).and.include({
        name: "OperationFailedError",
        code: word,
        outcome: "unknown",
        requestId: "look-1",
      });
    });
  }

  it("takes a check that failed for a refusal, with the service's code and words", async () => {
    const errorDetail = {
      code: "InsufficientCapacity",
      fieldErrors: { location: { errorMessages: ["is full"] } },
    };
    const change = waiting({
      ...lifecycle("ValidationFailed", { errorDetail }),
      headers: { "x-ms-correlation-id": "corr-1" },
    });

    const error = await failure(change.end(accepted));

    expect(error)
      .to.be.instanceOf(OperationFailedError)
      .and.include({ code: "InsufficientCapacity", outcome: "refused", correlationId: "corr-1" });
    expect(error.message).to.equal(
      "operation op-1 ended as ValidationFailed: location: is full (code InsufficientCapacity, request id look-1, correlation id corr-1)",
    );
  });

  it("has the words of an application package", async () => {
    const change = waiting(lifecycle("Failed", { statusMessage: "Dataverse said no." }));

    expect((await failure(change.end(accepted))).message).to.contain("ended as Failed: Dataverse said no.");
  });

  it("takes a word that is not known for one of a running operation", async () => {
    const change = waiting(group("Paused"), group("Succeeded"));

    expect(await change.end(accepted)).to.include({ word: "Succeeded" });
    expect(change.progress).to.deep.equal([
      "operation op-1: answer 202",
      'operation op-1: status "Paused"',
      'operation op-1: status "Succeeded"',
    ]);
  });

  it("goes on at 409 and at 202", async () => {
    const busy = new ConflictError("busy", { status: 409, code: "Busy", outcome: "refused" });
    const change = waiting(busy, { status: 202 }, busy, lifecycle("Succeeded"));

    expect(await change.end(accepted)).to.include({ word: "Succeeded" });
    expect(change.requests).to.have.length(4);
  });

  it("keeps to the time that the service names, from the first answer on", async () => {
    const change = waiting(
      { ...group("NotStarted"), headers: { "retry-after": "20" } },
      group("NotStarted"),
      group("Succeeded"),
    );

    await change.end({ status: 202, headers: { location, "retry-after": "15" } });

    expect(change.clock.sleeps).to.deep.equal([15_000, 20_000, 4_000]);
  });

  for (const [what, look] of [
    ["204", { status: 204 }],
    ["404", new NotFoundError("no", { status: 404, code: "OperationNotFound", outcome: "refused" })],
  ] as const) {
    it(`does not take ${what} for a success, nor for a missing object`, async () => {
      const change = waiting(look);

      const error = await failure(change.end(accepted));

      // The lifecycle takes a NotFoundError for the absence of the object itself.
      expect(error).to.be.instanceOf(BadResponseError).and.include({ reason: "shape", outcome: "unknown" });
      expect(error.message).to.contain("operation op-1 is not known to the service").and.contain(what);
      expect(change.requests).to.have.length(3);
    });

    it(`lets ${what} pass while the operation is new`, async () => {
      const change = waiting(look, look, group("Succeeded"));

      expect(await change.end(accepted)).to.include({ word: "Succeeded" });
    });
  }

  for (const body of [{}, [], "done", { id: "e", displayName: "an environment" }, { state: {} }, { status: 7 }]) {
    it(`does not take ${JSON.stringify(body)} for a success`, async () => {
      const error = await failure(waiting({ body }).end(accepted));

      expect(error).to.be.instanceOf(BadResponseError).and.include({ reason: "shape", outcome: "unknown" });
      expect(error.message).to.contain("may still finish");
    });
  }

  it("does not take a refused look for a refused change", async () => {
    const refused = new ForbiddenError("GET answered 403", { status: 403, outcome: "refused" });

    const error = await failure(waiting(refused).end(accepted));

    expect(error).to.be.instanceOf(ForbiddenError).and.include({ outcome: "unknown", status: 403 });
    expect(error.message).to.equal("operation op-1: GET answered 403; it was accepted and may still finish");
  });

  it("says which operation may still finish when time is over", async () => {
    const change = waiting(lifecycle("InProgress"));

    const error = await failure(change.end(accepted));

    expect(error).to.be.instanceOf(TimeoutError).and.include({ outcome: "unknown" });
    expect(error.message).to.match(
      /^operation op-1: still running after 10 min \(\d+ reads, last status "InProgress"\); it was accepted and may still finish$/,
    );
  });

  it("stops when it is aborted, and says that the operation goes on", async () => {
    const controller = new AbortController();
    const change = waiting(lifecycle("InProgress"));

    const error = await failure(
      change.end(accepted, {
        signal: controller.signal,
        onProgress: (line) => {
          if (line.includes("InProgress")) controller.abort(new Error("the engine stopped"));
        },
      }),
    );

    expect(error).to.be.instanceOf(CancelledError).and.include({ outcome: "unknown" });
    expect(error.message).to.contain("operation op-1").and.contain("may still finish");
    expect(change.requests).to.have.length(1);
    expect(change.requests[0]?.signal).to.equal(controller.signal);
  });
});
