import { expect } from "chai";
import { failedSend } from "../../../provider/transport/failedSend";

const request = {
  method: "POST",
  url: new URL("https://api.example.com/a"),
  route: "/a",
  headers: new Map([["x-ms-client-request-id", "req-1"]]),
  attempt: 1,
} as const;
const limits = { maxAnswerBytes: 100 };

describe("failedSend", () => {
  for (const code of ["ECONNRESET", "EPIPE", "EHOSTUNREACH"]) {
    it(`does not know the outcome after ${code} on an open connection`, () => {
      const error = failedSend(request, Object.assign(new Error("x"), { code }), limits);

      expect(error).to.include({ name: "ConnectionError", code, outcome: "unknown", requestId: "req-1" });
    });
  }

  for (const code of [
    "CERT_HAS_EXPIRED",
    "DEPTH_ZERO_SELF_SIGNED_CERT",
    "ERR_TLS_CERT_ALTNAME_INVALID",
    "SELF_SIGNED_CERT_IN_CHAIN",
    "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
    "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  ]) {
    it(`knows that ${code} sent nothing`, () => {
      const error = failedSend(request, Object.assign(new Error("x"), { code }), limits);

      expect(error).to.include({ code, outcome: "neverSent" });
    });
  }

  it("finds code and stage in what the HTTP library wraps", () => {
    const addresses = [1, 2].map(() => Object.assign(new Error("x"), { code: "EHOSTUNREACH", syscall: "connect" }));
    const error = failedSend(request, new Error("y", { cause: new AggregateError(addresses) }), limits);

    expect(error).to.include({ code: "EHOSTUNREACH", outcome: "neverSent" });
  });
});
