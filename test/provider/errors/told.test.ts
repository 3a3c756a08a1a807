import { inspect } from "node:util";
import { AuthenticationError } from "@azure/identity";
import { expect } from "chai";

import { ConflictError, ForbiddenError, registerProgramSecret, told, ValidationError } from "../../../provider/errors";

const planted = "eyJhbGciOiJub25lIn0.eyJvaWQiOiJwbGFudGVkIn0.cGxhbnRlZA";

const everything = (error: unknown): string =>
  [
    inspect(error, { depth: 10, showHidden: true }),
    JSON.stringify(error),
    String(error),
    error instanceof Error ? error.stack : "",
  ].join("\n");

describe("an error that is told to a program", () => {
  it("has no secret in any text", () => {
    const error = new ForbiddenError(`failed with Bearer ${planted}`, {
      serviceMessage: `token ${planted}`,
      codes: [planted],
      code: planted,
      requestId: planted,
    });

    expect(everything(told(error))).not.to.contain("cGxhbnRlZA");
  });

  it("has nothing secret of nested identity errors", () => {
    const inner = Object.assign(new Error(`client_assertion=${planted}`), { config: { data: planted } });
    const identity = new AuthenticationError(401, {
      error: "invalid_client",
      error_description: `AADSTS7000215: client_secret=planted-secret-2 ${planted}`,
    });
    Object.assign(identity, { cause: inner });

    const error = told(new ForbiddenError("m", {}, { cause: identity }));

    expect(inspect(error.cause)).to.contain("AADSTS7000215");
    expect(everything(error)).not.to.contain("cGxhbnRlZA").and.not.to.contain("planted-secret-2");
  });

  it("keeps class, status, codes and ids, also where one is what the program calls secret", () => {
    registerProgramSecret("PlantedCodeName");
    const details = {
      status: 409,
      code: "PlantedCodeName",
      codes: ["Conflict", "PlantedCodeName"],
      requestId: "r",
    };
    const cause = new ValidationError("m", { failures: [{ property: "a", reason: "is wrong" }] });

    const error = told(new ConflictError("said PlantedCodeName", details, { cause }));

    expect(error).to.be.instanceOf(ConflictError).and.deep.include(details);
    expect(error.message).to.equal("said [redacted]");
    expect(error.cause).to.be.instanceOf(ValidationError).and.deep.include({ failures: cause.failures });
  });

  it("says where it was thrown", () => {
    expect(told(new ConflictError("one\n::error::two")).stack).to.match(
      /^ConflictError: one\n: :error::two\n\s+at .*told\.test/,
    );
  });

  it("may be anything that was thrown", () => {
    expect(told(new TypeError(`odd ${planted}`))).to.include({
      name: "TypeError",
      message: "odd [redacted]",
    });
    expect(told("text")).to.be.instanceOf(Error).and.include({ message: "text" });
  });
});
