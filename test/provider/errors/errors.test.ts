import { inspect } from "node:util";
import axios from "axios";
import { expect } from "chai";
import nock from "nock";
import * as errors from "../../../provider/errors";
import { ConflictError, ForbiddenError, PowerPlatformError, ValidationError } from "../../../provider/errors";

const planted = "eyJhbGciOiJub25lIn0.eyJvaWQiOiJwbGFudGVkIn0.cGxhbnRlZA";

function everything(error: unknown): string {
  return [
    inspect(error, { depth: 10, showHidden: true }),
    JSON.stringify(error),
    String(error),
    error instanceof Error ? error.stack : "",
  ].join("\n");
}

describe("errors", () => {
  it("are told apart by class and share one base", () => {
    for (const make of [errors.AuthError, errors.NotFoundError, errors.ThrottledError, errors.ConfigurationError]) {
      const error = new make("m", { status: 400 });

      expect(error).to.be.instanceOf(PowerPlatformError).and.instanceOf(make);
      expect(error.name).to.equal(make.name);
      expect(error.stack).to.match(new RegExp(`^${make.name}: m\n`));
    }
  });

  it("have only the fields that are known, and show them as JSON", () => {
    const error = new ConflictError("m", { status: 409, codes: ["A", "B"], code: "B", outcome: "refused" });

    expect(JSON.parse(JSON.stringify(error))).to.deep.equal({
      status: 409,
      codes: ["A", "B"],
      code: "B",
      outcome: "refused",
    });
    expect("requestId" in error).to.equal(false);
  });

  it("carry the failures of a validation", () => {
    const failures = [{ property: "name", reason: "is too short" }];

    expect(new ValidationError("m", { failures }).failures).to.deep.equal(failures);
  });

  it("take the outcome of an unusable answer for unknown", () => {
    expect(new errors.BadResponseError("m", { reason: "cutOff" }).outcome).to.equal("unknown");
  });

  it("carry what they are given as it is, so that nobody decides by what was blanked out", () => {
    const details = { serviceMessage: `token ${planted}`, codes: [planted], code: planted };

    expect(new ForbiddenError("m", details)).to.deep.include(details);
  });

  it("keep no request, header or configuration of an axios error", async () => {
    nock("https://api.example.com").post("/x").reply(403, { echoed: planted });
    const request = axios.post("https://api.example.com/x", "client_secret=planted-secret-1", {
      headers: { authorization: `Bearer ${planted}` },
    });

    const cause = await request.then(
      () => undefined,
      (error: unknown) => error,
    );
    const error = new ForbiddenError("m", { status: 403 }, { cause });

    expect(error.cause).to.include({ name: "AxiosError", code: "ERR_BAD_REQUEST" });
    expect(everything(error)).not.to.contain("cGxhbnRlZA").and.not.to.contain("planted-secret-1");
  });

  it("accept any thrown value as a cause, also a cyclic or throwing one", () => {
    const cyclic: { message: string; cause?: unknown } = { message: "round" };
    cyclic.cause = cyclic;
    const throwing = Object.defineProperty({}, "message", {
      get: () => {
        throw new Error("no");
      },
    });

    for (const cause of [cyclic, throwing, "text", 7, null, undefined, Symbol("s")]) {
      expect(everything(new errors.HttpError("m", {}, { cause }))).to.contain("HttpError");
    }
  });

  it("keep one of our own errors as the cause", () => {
    const cause = new errors.TimeoutError("slow");

    expect(new errors.AuthError("m", {}, { cause }).cause).to.equal(cause);
  });
});
