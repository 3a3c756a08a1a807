import { readFileSync } from "node:fs";
import {
  AuthorizationCodeCredential,
  ClientAssertionCredential,
  ClientCertificateCredential,
  ClientSecretCredential,
  DeviceCodeCredential,
  InteractiveBrowserCredential,
  type TokenCredential,
  UsernamePasswordCredential,
} from "@azure/identity";
import { expect } from "chai";
import { Emulator, seeded } from "../../../testing/emulator";
import { selfSigned } from "../../../testing/emulator/certificate/selfSigned";
import { failure } from "../../provider/transport/failure";
import { startBrowser } from "../../standIns/browser";
import { idToken } from "../../standIns/idToken";
import { setEnv } from "../../standIns/setEnv";

const scope = "https://api.powerplatform.com/.default";
const { clientId, clientSecret } = seeded.application;
const userAndPassword = ["owner@contoso.example", "emulator-password"] as const;

/** In this process: unlike NODE_EXTRA_CA_CERTS, `tlsOptions` can name a certificate that was made meanwhile. */
describe("each flow of @azure/identity against the emulator", function () {
  this.timeout(20_000);
  let emulator: Emulator;
  let ca = "";

  beforeEach(async () => {
    emulator = await Emulator.start({ deviceCodeIntervalSeconds: 0 });
    ca = readFileSync(emulator.env().NODE_EXTRA_CA_CERTS ?? "", "utf8");
  });

  afterEach(() => emulator.close());

  const options = () => ({
    authorityHost: emulator.authorityUrl,
    disableInstanceDiscovery: true,
    tlsOptions: { ca },
  });
  const statusWith = async (token: string): Promise<number> => {
    const url = `${emulator.url}/authorization/roleAssignments?api-version=2024-10-01`;
    return (await fetch(url, { headers: { authorization: `Bearer ${token}` } })).status;
  };
  const expectTaken = async (credential: TokenCredential): Promise<void> => {
    const answer = await credential.getToken(scope);
    expect(await statusWith(answer?.token ?? "")).to.equal(200);
  };
  const withSecret = (): ClientSecretCredential =>
    new ClientSecretCredential(emulator.tenantId, clientId, clientSecret, options());

  it("a certificate that is registered, with and without its chain", async () => {
    const { key, cert } = selfSigned(["contoso"], { keyType: "rsa" });
    emulator.tenant.principals.update(seeded.application.id, { certificates: [cert] });
    const credential = (sendCertificateChain: boolean) =>
      new ClientCertificateCredential(
        emulator.tenantId,
        clientId,
        { certificate: key + cert },
        { ...options(), sendCertificateChain },
      );

    await expectTaken(credential(false));
    await expectTaken(credential(true));
  });

  it("a certificate that is not registered", async () => {
    const [registered, used] = [selfSigned(["a"], { keyType: "rsa" }), selfSigned(["b"], { keyType: "rsa" })];
    emulator.tenant.principals.update(seeded.application.id, { certificates: [registered.cert] });
    const credential = new ClientCertificateCredential(
      emulator.tenantId,
      clientId,
      { certificate: used.key + used.cert },
      options(),
    );

    const { message } = await failure(credential.getToken(scope));

    expect(message).to.match(/AADSTS700027: .*The key was not found\., Thumbprint.*'[0-9A-F]{40,64}'/);
  });

  it("a token of another identity provider", async () => {
    const issuer = "https://token.actions.githubusercontent.com";
    const subject = "repo:contoso/iac:ref:refs/heads/main";
    emulator.tenant.principals.update(seeded.application.id, {
      federatedCredentials: [{ issuer, subject }],
    });
    const credential = (sub: string) =>
      new ClientAssertionCredential(
        emulator.tenantId,
        clientId,
        () => Promise.resolve(idToken({ iss: issuer, sub, aud: "api://AzureADTokenExchange" })),
        options(),
      );

    await expectTaken(credential(subject));
    const { message } = await failure(credential("repo:contoso/other:ref:refs/heads/main").getToken(scope));

    expect(message).to.match(/AADSTS700213: .*'repo:contoso\/other:ref:refs\/heads\/main'/);
  });

  it("user name and password", async () => {
    const credential = (): TokenCredential =>
      // Deprecated for want of a second factor, and still what some pipelines have.
      // eslint-disable-next-line @typescript-eslint/no-deprecated
      new UsernamePasswordCredential(emulator.tenantId, clientId, ...userAndPassword, options());

    await expectTaken(credential());
    emulator.tenant.principals.update(seeded.ownerId, { mfa: true });
    const { message } = await failure(credential().getToken(scope));

    expect(message).to.contain("AADSTS50076");
  });

  it("a device code that is approved while the library looks for it", async () => {
    const credential = new DeviceCodeCredential({
      ...options(),
      tenantId: emulator.tenantId,
      userPromptCallback: ({ userCode }) => {
        const looks = (): number => emulator.entra.signIns.filter(({ code }) => code === 70016).length;
        const approveLater = (): void => {
          if (looks() >= 2) emulator.entra.approveDeviceCode(userCode);
          else setImmediate(approveLater).unref();
        };
        approveLater();
      },
    });

    await expectTaken(credential);
  });

  it("a device code that is declined, or has expired", async () => {
    const credential = () =>
      new DeviceCodeCredential({
        ...options(),
        tenantId: emulator.tenantId,
        userPromptCallback: ({ userCode }) => {
          if (emulator.settings.deviceCodeLifetimeSeconds > 0) emulator.entra.declineDeviceCode(userCode);
        },
      });

    const declined = await failure(credential().getToken(scope));
    emulator.configure({ deviceCodeLifetimeSeconds: 0 });
    const expired = await failure(credential().getToken(scope));

    expect([declined.message, expired.message]).to.deep.equal([
      "post_request_failed: authorization_declined",
      "post_request_failed: expired_token",
    ]);
  });

  it("a browser, with the user who is signed in to it", async () => {
    const browser = await startBrowser({ ca });
    const restore = setEnv(browser.env);
    const credential = new InteractiveBrowserCredential({ ...options(), tenantId: emulator.tenantId });

    await expectTaken(credential);
    restore();
    await browser.stop();

    expect(browser.starts()).to.have.length(1);
    expect(emulator.entra.signIns.map(({ endpoint, grantType }) => grantType ?? endpoint)).to.deep.equal([
      "authorize",
      "authorization_code",
    ]);
  });

  it("a browser in which the user declines", async () => {
    const browser = await startBrowser({ ca });
    const restore = setEnv(browser.env);
    emulator.entra.refuseSignIn({ code: 65004, endpoint: "authorize" });
    const credential = new InteractiveBrowserCredential({ ...options(), tenantId: emulator.tenantId });

    const { message } = await failure(credential.getToken(scope));
    restore();
    await browser.stop();

    expect(message).to.contain("AADSTS65004");
  });

  it("an authorization code that somebody else fetched", async () => {
    const redirectUri = "http://localhost:5000/done";
    const query = new URLSearchParams({
      client_id: clientId,
      redirect_uri: redirectUri,
      response_type: "code",
    });
    const answer = await fetch(`${emulator.url}/${emulator.tenantId}/oauth2/v2.0/authorize?${query.toString()}`, {
      redirect: "manual",
    });
    const code = new URL(answer.headers.get("location") ?? "").searchParams.get("code") ?? "";

    await expectTaken(new AuthorizationCodeCredential(emulator.tenantId, clientId, code, redirectUri, options()));
  });

  it("a new token for the claims of a challenge, past the library's cache", async () => {
    const credential = withSecret();
    const first = (await credential.getToken(scope)).token;
    emulator.entra.revokeTokens();
    const answer = await fetch(`${emulator.url}/authorization/roleAssignments?api-version=2024-10-01`, {
      headers: { authorization: `Bearer ${first}` },
    });
    const challenge = /claims="([^"]+)"/.exec(answer.headers.get("www-authenticate") ?? "")?.[1] ?? "";
    const claims = Buffer.from(challenge, "base64").toString("utf8");

    const cached = (await credential.getToken(scope)).token;
    const fresh = (await credential.getToken(scope, { claims, enableCae: true })).token;

    expect([await statusWith(cached), await statusWith(fresh)]).to.deep.equal([401, 200]);
    expect(emulator.entra.signIns).to.have.length(2);
  });

  const codes = [
    65001, 50105, 53003, 50076, 50079, 700016, 90002, 7000215, 7000222, 700027, 700213, 70021, 500011, 650052, 7000112,
    7000218, 7000229,
  ];
  for (const code of codes) {
    it(`AADSTS${code} on demand`, async () => {
      emulator.entra.refuseSignIn({ code });

      const { message } = await failure(withSecret().getToken(scope));
      await expectTaken(withSecret());

      expect(message)
        .to.match(new RegExp(`AADSTS${code}: `))
        .and.not.match(/\{\w+\}/);
    });
  }
});
