// Before the run: it defines globals (tslib), which mocha would take for leaks of the test that loads it first.
import "@azure/identity";
import { expect } from "chai";
import nock from "nock";
import { readSettings, resolveCredential } from "../../../../provider/auth";
import { startTokenFile } from "../../../standIns/tokenFile";
import { idToken } from "../../../standIns/idToken";
import { failure } from "../../transport/failure";
import { authority, metadata } from "../metadata";
import { application } from "./application";

const request = { scope: "https://api.powerplatform.com/.default", isForced: false, enableCae: true };
const token = (sub: string): string => idToken({ iss: "https://issuer.example.com", sub, aud: "api://audience" });

describe("federated credentials", () => {
  it("remember whom they presented, and read the token file anew for each sign-in", async () => {
    // What is presented is remembered also when Entra refuses it.
    const entra = metadata(application.POWER_PLATFORM_TENANT_ID).persist();
    entra.post(/.*/).query(true).reply(400, { error: "invalid_client" });
    const file = startTokenFile(token("first"));
    const { resolved } = readSettings({
      env: { ...application, POWER_PLATFORM_AUTHORITY_HOST: authority, ...file.env },
    });
    const credential = resolveCredential(resolved, { prompt: () => undefined, hasTerminal: () => false });
    expect(credential.presented?.()).to.equal(undefined);

    await failure(credential.fetch(request));
    const first = credential.presented?.();
    file.write(token("second"));
    await failure(credential.fetch(request));
    await file.stop();
    nock.cleanAll();

    expect(first).to.deep.equal({
      issuer: "https://issuer.example.com",
      subject: "first",
      audience: "api://audience",
    });
    expect(credential.presented?.()).to.deep.include({ subject: "second" });
  });
});
