// Before the run: it defines globals (tslib), which mocha would take for leaks of the test that loads it first.
import "@azure/identity";
import { expect } from "chai";
import nock from "nock";
import { asAuthError } from "../../../../provider/auth/identityError";
import { AuthError } from "../../../../provider/errors";
import { tenantA } from "../tokens";
import { authority, metadata } from "../metadata";
import { failedSignIn } from "./refusedSignIn";

const page = "<html><title>Blocked</title></html>";

describe("a sign-in host that is not reached", () => {
  it("is named, with what to check, when its addresses cannot be had", async () => {
    nock(authority)
      .get(/openid-configuration/)
      .reply(403, page, { "content-type": "text/html" });

    const error = await failedSignIn();

    expect(error).to.be.instanceOf(AuthError).and.include({ code: "endpoints_resolution_error", outcome: "neverSent" });
    expect(error.message).to.match(
      /: the sign-in host https:\/\/login\.example\.com was not reached, or something else answered \(endpoints_resolution_error\)\.\n/,
    );
    expect(error.message)
      .to.include("HTTPS_PROXY")
      .and.include("NODE_EXTRA_CA_CERTS")
      .and.include(`Check cloud and authorityHost, and that the tenant ${tenantA} exists there.`);
  });

  it("is named when it is a page that answers the request for a token", async () => {
    metadata().post(/token/).query(true).reply(403, page, { "content-type": "text/html" });

    const error = await failedSignIn();

    expect(error).to.include({ code: "network_error" });
    expect(error.message).to.include(`the sign-in host ${authority} was not reached`);
  });

  it("is not blamed when a managed identity cannot be asked", () => {
    const { message } = asAuthError("managed identity", new Error("network_error: See https://aka.ms/x"));

    expect(message).to.equal("No token could be had with managed identity: network_error: See https://aka.ms/x");
  });
});
