import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
// Before the run: it defines globals (tslib), which mocha would take for leaks of the test that loads it first.
import "@azure/identity";
import { expect } from "chai";
import nock from "nock";
import { connect, readSettings } from "../../../provider/auth";
import { ConfigurationError } from "../../../provider/errors";
import { systemClock } from "../../../provider/transport";
import { failure } from "../transport/failure";
import { authority, metadata } from "./metadata";
import { clientId, tenantA } from "./tokens";

const application = {
  POWER_PLATFORM_TENANT_ID: tenantA,
  POWER_PLATFORM_CLIENT_ID: clientId,
  POWER_PLATFORM_AUTHORITY_HOST: authority,
};
const scope = "https://api.powerplatform.com/.default";

const tokens = (env: Record<string, string>) =>
  connect(readSettings({ env: { ...application, ...env } }), { clock: systemClock }).tokens;

type Form = Record<string, string>;

/** Entra's metadata, and its token endpoint with one answer. */
function entra(status: number, answer: object, matches: (form: Form) => boolean = () => true): nock.Scope {
  return metadata()
    .post(`/${tenantA}/oauth2/v2.0/token`, (form: Form) => matches(form))
    .query(true)
    .reply(status, answer);
}

const granted = { token_type: "Bearer", expires_in: 3_600, access_token: "opaque-granted-token" };

describe("signing in to Entra", () => {
  let folder = "";
  let pem = "";

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "ppauth-"));
    const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
    execFileSync(
      "openssl",
      ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", cert, "-subj", "/CN=t"],
      {
        stdio: "ignore",
      },
    );
    pem = readFileSync(key, "utf8") + readFileSync(cert, "utf8");
    writeFileSync(join(folder, "both.pem"), pem);
    execFileSync("openssl", [
      "pkcs8",
      "-topk8",
      "-in",
      key,
      "-out",
      join(folder, "locked.key"),
      "-passout",
      "pass:planted-pw",
    ]);
    writeFileSync(
      join(folder, "locked.pem"),
      readFileSync(join(folder, "locked.key"), "utf8") + readFileSync(cert, "utf8"),
    );
  });

  after(() => {
    rmSync(folder, { recursive: true });
  });

  it("sends a client secret, and asks no one about an authority of one's own", async () => {
    entra(200, granted, (form) => form.client_secret === "planted-secret-a" && form.scope?.includes(scope) === true);

    expect(await tokens({ POWER_PLATFORM_CLIENT_SECRET: "planted-secret-a" }).getToken()).to.equal(
      "opaque-granted-token",
    );
  });

  it("asks Entra again after the service refused a token, past the library's cache", async () => {
    entra(200, granted);
    const source = tokens({ POWER_PLATFORM_CLIENT_SECRET: "planted-secret-b" });
    const rejected = await source.getToken();
    entra(200, { ...granted, access_token: "opaque-second-token" });

    expect(await source.getToken({ rejected })).to.equal("opaque-second-token");
  });

  it("passes on claims", async () => {
    const claims = '{"access_token":{"nbf":{"essential":true}}}';
    entra(200, granted);
    const source = tokens({ POWER_PLATFORM_CLIENT_SECRET: "planted-secret-c" });
    const rejected = await source.getToken();
    entra(200, { ...granted, access_token: "opaque-third-token" }, (form) => form.claims?.includes("nbf") === true);

    expect(await source.getToken({ rejected, claims })).to.equal("opaque-third-token");
  });

  const certificates: readonly (readonly [string, () => Record<string, string>])[] = [
    ["in base64", () => ({ POWER_PLATFORM_CLIENT_CERTIFICATE: Buffer.from(pem).toString("base64") })],
    ["in a file", () => ({ POWER_PLATFORM_CLIENT_CERTIFICATE_FILE_PATH: join(folder, "both.pem") })],
    [
      "in a file with a password",
      () => ({
        POWER_PLATFORM_CLIENT_CERTIFICATE_FILE_PATH: join(folder, "locked.pem"),
        POWER_PLATFORM_CLIENT_CERTIFICATE_PASSWORD: "planted-pw",
      }),
    ],
  ];
  for (const [what, env] of certificates) {
    it(`signs with a certificate ${what}`, async () => {
      entra(200, granted, (form) => form.client_assertion?.startsWith("eyJ") === true);

      expect(await tokens(env()).getToken()).to.equal("opaque-granted-token");
    });
  }

  it("explains a certificate file that is not there or not complete", async () => {
    const missing = await failure(
      tokens({ POWER_PLATFORM_CLIENT_CERTIFICATE_FILE_PATH: join(folder, "no.pem") }).getToken(),
    );
    const half = await failure(
      tokens({ POWER_PLATFORM_CLIENT_CERTIFICATE_FILE_PATH: join(folder, "cert.pem") }).getToken(),
    );

    expect(missing).to.be.instanceOf(ConfigurationError);
    expect(missing.message).to.match(
      /no\.pem from POWER_PLATFORM_CLIENT_CERTIFICATE_FILE_PATH could not be read \(ENOENT\)/,
    );
    expect(half).to.be.instanceOf(ConfigurationError);
    expect(half.message).to.contain("does not hold a private key");
  });

  it("sends the token of the file, as it is at each sign-in", async () => {
    const path = join(folder, "federated");
    const source = tokens({ POWER_PLATFORM_OIDC_TOKEN_FILE_PATH: path });
    writeFileSync(path, "planted-assertion-1\n");
    entra(200, granted, (form) => form.client_assertion === "planted-assertion-1");
    const rejected = await source.getToken();

    writeFileSync(path, "planted-assertion-2\n");
    entra(
      200,
      { ...granted, access_token: "opaque-fourth-token" },
      (form) => form.client_assertion === "planted-assertion-2",
    );

    expect(await source.getToken({ rejected })).to.equal("opaque-fourth-token");
  });

  it("explains a token file that is not there", async () => {
    nock(authority)
      .get(/openid-configuration/)
      .optionally()
      .reply(200, {
        issuer: `${authority}/${tenantA}/v2.0`,
        authorization_endpoint: `${authority}/a`,
        token_endpoint: `${authority}/t`,
        jwks_uri: `${authority}/k`,
      });

    const error = await failure(tokens({ POWER_PLATFORM_OIDC_TOKEN_FILE_PATH: join(folder, "no") }).getToken());

    expect(error.message).to.contain("from POWER_PLATFORM_OIDC_TOKEN_FILE_PATH could not be read (ENOENT)");
  });
});
