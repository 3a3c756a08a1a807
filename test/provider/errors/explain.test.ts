import { expect } from "chai";
import {
  BadResponseError,
  ConnectionError,
  ForbiddenError,
  NotFoundError,
  PowerPlatformError,
  ThrottledError,
  TimeoutError,
  ValidationError,
  explain,
} from "../../../provider/errors";

const about = { resource: 'BillingPolicy "payg-emea"', operation: "create" };

describe("explain", () => {
  it("tells a refusal from the resource's point of view", () => {
    const error = new ForbiddenError("POST /x answered 403 Forbidden: …", {
      status: 403,
      serviceMessage: "the caller may not use subscription 1111",
      code: "Forbidden",
      requestId: "7f3c",
      correlationId: "2d51",
      outcome: "refused",
    });

    const told = explain(error, {
      ...about,
      advice: ["Signed in as Ada", "Grant the caller Contributor, then run `pulumi up` again."],
    });

    expect(told.message).to.equal(
      'BillingPolicy "payg-emea": create failed, 403 Forbidden: the caller may not use subscription 1111.\n' +
        "  Signed in as Ada.\n" +
        "  Grant the caller Contributor, then run `pulumi up` again. (code Forbidden, request id 7f3c, correlation id 2d51)",
    );
    expect(told)
      .to.be.instanceOf(ForbiddenError)
      .and.include({ ...about, status: 403, outcome: "refused" });
  });

  it("adds the service's code when its words do not hold it", () => {
    const error = new NotFoundError("m", {
      status: 404,
      serviceMessage: "gone",
      code: "RouteNotFound",
      requestId: "r",
    });

    expect(explain(error, about).message).to.equal(
      'BillingPolicy "payg-emea": create failed, 404 Not Found: gone. (code RouteNotFound, request id r)',
    );
  });

  it("says so when the service gave no reason", () => {
    expect(explain(new ForbiddenError("m", { status: 403 }), about).message).to.equal(
      'BillingPolicy "payg-emea": create failed, 403 Forbidden: the service gave no reason.',
    );
  });

  it("says why a refusal was not tried again", () => {
    const error = new ThrottledError("m", {
      status: 429,
      gaveUp: "the service asks to wait 15 min, longer than the 5 min left",
      requestId: "7f3c",
    });

    expect(explain(error, { ...about, advice: ["Run it again in 15 min"] }).message).to.equal(
      'BillingPolicy "payg-emea": create failed, 429 Too Many Requests: the service gave no reason.\n' +
        "  The service asks to wait 15 min, longer than the 5 min left.\n" +
        "  Run it again in 15 min. (request id 7f3c)",
    );
  });

  it("keeps the message of an error without a status, and repeats no id", () => {
    const error = new ConnectionError("POST /x: connection reset (ECONNRESET, request id r-1)", {
      code: "ECONNRESET",
      requestId: "r-1",
    });

    expect(explain(error, { ...about, advice: ["Run it again"] }).message).to.equal(
      'BillingPolicy "payg-emea": create failed: POST /x: connection reset (ECONNRESET, request id r-1)\n  Run it again.',
    );
  });

  it("keeps class, fields and cause of every class", () => {
    const failures = [{ property: "name", reason: "is too short" }];
    const cause = new TimeoutError("slow");

    const validation = explain(new ValidationError("m", { failures }), about);
    const bad = explain(new BadResponseError("m", { reason: "notJson", status: 200 }, { cause }), about);

    expect(validation).to.be.instanceOf(ValidationError);
    expect(validation.failures).to.deep.equal(failures);
    expect(bad).to.be.instanceOf(BadResponseError).and.include({ reason: "notJson", outcome: "unknown" });
    expect(bad.cause).to.equal(cause);
  });

  it("leaves an explained error as it is", () => {
    const told = explain(new ForbiddenError("m", { status: 403 }), about);

    expect(explain(told, { ...about, operation: "update" })).to.equal(told);
  });

  it("makes an error of ours from any other", () => {
    const told = explain(new TypeError("odd client_secret=planted-secret-3 text"), about);

    expect(told).to.be.instanceOf(PowerPlatformError);
    expect(told.message).to.equal('BillingPolicy "payg-emea": create failed: odd client_secret=planted-secret-3 text.');
  });
});
