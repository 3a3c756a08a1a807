import { createHash } from "node:crypto";
import { expect } from "chai";
import { seeded } from "../../../testing/emulator";
import { tenantId } from "./bodies";
import { clientCredentials, entraForm, type Form, outcome } from "./entraForm";
import type { Answered } from "./harness";
import { withEmulator } from "./harness";

/** The Azure CLI's own: what the library signs in with unless told otherwise. */
const client_id = "04b07795-8ddb-461a-bbee-02f9e1bf7b46";
const { scope = "" } = clientCredentials;

describe("sign-ins of users to the emulator", () => {
  const api = withEmulator();
  const sendForm = entraForm(api);
  const control = (method: string, path: string, body?: unknown): Promise<Answered> =>
    api.ask(method, `/_emulator${path}`, { token: null, version: null, body });
  const expectTaken = async ({ body }: Answered): Promise<void> => {
    const { status } = await api.get("/authorization/roleAssignments", { token: String(body.access_token) });
    expect(status).to.equal(200);
  };

  const password: Form = {
    grant_type: "password",
    client_id,
    scope,
    username: "owner@contoso.example",
    password: "emulator-password",
  };

  it("ask for more than a password of a user who has to give more", async () => {
    api.emulator.tenant.principals.update(seeded.ownerId, { mfa: true });

    const answer = await sendForm(password);

    expect(outcome(answer)).to.deep.equal([400, 50076]);
    expect(answer.body).to.include({ error: "invalid_grant", suberror: "basic_action" });
  });

  it("need a public client, or one that proves who it is", async () => {
    const { clientId, clientSecret } = seeded.application;
    api.emulator.tenant.principals.update(seeded.application.id, { isPublicClient: false });

    const answers = [
      await sendForm({ ...password, client_id: clientId }),
      await sendForm({ ...password, client_id: clientId, client_secret: clientSecret }),
      await sendForm({ ...password, client_id: "11111111-1111-4111-8111-111111111111" }),
    ];

    expect(answers.map(outcome)).to.deep.equal([
      [401, 7000218],
      [200, undefined],
      [400, 700016],
    ]);
  });

  it("refuse a refresh token that is none or has expired", async () => {
    const refresh = { grant_type: "refresh_token", client_id, scope };
    const { body } = await sendForm(password);
    api.clock.advance(91 * 24 * 3_600_000);

    const answers = [
      await sendForm({ ...refresh, refresh_token: String(body.refresh_token) }),
      await sendForm({ ...refresh, refresh_token: "none" }),
    ];

    expect(answers.map(outcome)).to.deep.equal([
      [400, 700082],
      [400, 70000],
    ]);
  });

  describe("with a device code", () => {
    const start = async (): Promise<{ userCode: string; look: () => Promise<Answered> }> => {
      const { body } = await entraForm(api, "devicecode")({ client_id, scope });
      const grant = { grant_type: "urn:ietf:params:oauth:grant-type:device_code", client_id, scope };
      return {
        userCode: String(body.user_code),
        look: () => sendForm({ ...grant, device_code: String(body.device_code) }),
      };
    };

    it("wait until a user approves it, once", async () => {
      const { userCode, look } = await start();

      const pending = await look();
      const approved = await control("POST", `/deviceCodes/${userCode}/approve`, {
        user: "owner@contoso.example",
      });
      const token = await look();
      const again = await look();

      expect([outcome(pending), approved.status, outcome(again)]).to.deep.equal([[400, 70016], 204, [400, 70000]]);
      expect(pending.body.error).to.equal("authorization_pending");
      await expectTaken(token);
    });

    it("end when the user declines it, and when its time is over", async () => {
      const [declined, forgotten] = [await start(), await start()];

      await control("POST", `/deviceCodes/${declined.userCode}/decline`);
      const first = await declined.look();
      api.clock.advance(900_000);
      const second = await forgotten.look();

      expect([first.body.error, second.body.error]).to.deep.equal(["authorization_declined", "expired_token"]);
    });

    it("tell what waits, and refuse to approve what does not", async () => {
      const { userCode } = await start();

      const listed = await control("GET", "/deviceCodes");
      const wrongCode = await control("POST", "/deviceCodes/NONE/approve");
      const wrongUser = await control("POST", `/deviceCodes/${userCode}/approve`, { user: "nobody" });

      expect(JSON.parse(listed.text)).to.deep.equal([{ userCode, clientId: client_id, scope, status: "pending" }]);
      expect([wrongCode.body.error, wrongUser.body.error]).to.deep.equal([
        'There is no device code "NONE".',
        'There is no user "nobody".',
      ]);
    });

    it("follow the settings for interval and lifetime", async () => {
      api.emulator.configure({ deviceCodeIntervalSeconds: 0, deviceCodeLifetimeSeconds: 60 });

      const { body } = await entraForm(api, "devicecode")({ client_id, scope });

      expect(body).to.include({ interval: 0, expires_in: 60 });
      expect(body.message).to.contain(body.user_code);
    });
  });

  describe("in the browser", () => {
    const redirect_uri = "http://localhost:5000";
    const verifier = "a-verifier-that-nobody-else-knows";
    const query = {
      client_id,
      scope,
      redirect_uri,
      response_type: "code",
      state: "s",
      nonce: "n",
      code_challenge: createHash("sha256").update(verifier).digest("base64url"),
      code_challenge_method: "S256",
    };
    const visit = async (change: Form = {}): Promise<{ status: number; target: URLSearchParams; text: string }> => {
      const parameters = new URLSearchParams({ ...query, ...change });
      const url = `${api.emulator.url}/${tenantId}/oauth2/v2.0/authorize?${parameters.toString()}`;
      const answer = await fetch(url, { redirect: "manual" });
      const location = answer.headers.get("location");
      return {
        status: answer.status,
        target: location === null ? new URLSearchParams() : new URL(location).searchParams,
        text: await answer.text(),
      };
    };
    const redeem = (code: string | null, change: Form = {}): Promise<Answered> =>
      sendForm({
        grant_type: "authorization_code",
        client_id,
        scope,
        redirect_uri,
        code: code ?? "",
        code_verifier: verifier,
        ...change,
      });

    it("send back a code at once, which gives a token of the user who is signed in", async () => {
      const reader = api.emulator.tenant.principals.add({
        type: "User",
        userPrincipalName: "reader@contoso.example",
      });
      api.emulator.configure({ signedInUser: "reader@contoso.example" });

      const { status, target } = await visit();
      const { body } = await redeem(target.get("code"));

      expect([status, target.get("state")]).to.deep.equal([302, "s"]);
      expect(claimsOf(body.access_token)).to.include({ oid: reader.id, upn: "reader@contoso.example" });
      expect(claimsOf(body.id_token)).to.include({ nonce: "n" });
    });

    it("refuse a code with another verifier or address, used twice, too late or made up", async () => {
      const code = async (): Promise<string | null> => (await visit()).target.get("code");
      const used = await code();
      const late = await code();

      const answers = [
        await redeem(await code(), { code_verifier: "another" }),
        await redeem(await code(), { redirect_uri: "http://localhost:5001" }),
        await redeem(used),
        await redeem(used),
        await redeem("made up"),
      ];
      api.clock.advance(600_000);

      expect([...answers, await redeem(late)].map((answer) => outcome(answer)[1])).to.deep.equal([
        501481,
        500112,
        undefined,
        54005,
        70000,
        70008,
      ]);
    });

    it("send back why there is no code", async () => {
      api.emulator.entra.refuseSignIn({ code: 65004, endpoint: "authorize" });
      const declined = await visit();
      api.emulator.configure({ signedInUser: "nobody@contoso.example" });
      const nobody = await visit();

      expect(declined.target.get("error")).to.equal("access_denied");
      expect(declined.target.get("error_description")).to.match(/^AADSTS65004: /);
      expect(nobody.target.get("error_description")).to.match(/^AADSTS50034: .*nobody@contoso\.example/);
    });

    it("stay in the browser where sending back would be wrong", async () => {
      const answers = [
        await visit({ redirect_uri: "https://example.com" }),
        await visit({ client_id: "11111111-1111-4111-8111-111111111111" }),
      ];

      expect(answers.map(({ status, text }) => [status, /AADSTS\d+/.exec(text)?.[0]])).to.deep.equal([
        [400, "AADSTS50011"],
        [400, "AADSTS700016"],
      ]);
    });
  });
});

const claimsOf = (token: unknown): Record<string, unknown> =>
  JSON.parse(Buffer.from(String(token).split(".")[1] ?? "", "base64url").toString()) as Record<string, unknown>;
