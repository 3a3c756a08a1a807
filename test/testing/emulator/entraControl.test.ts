import { expect } from "chai";
import { seeded } from "../../../testing/emulator";
import { tenantId } from "./bodies";
import { clientCredentials, entraForm, outcome } from "./entraForm";
import type { Answered } from "./harness";
import { withEmulator } from "./harness";

const { clientSecret, id } = seeded.application;
const rolesPath = "/authorization/roleAssignments";

describe("control of sign-ins to the emulator", () => {
  const api = withEmulator();
  const sendForm = entraForm(api);
  const withSecret = (form: Record<string, string> = {}): Promise<Answered> =>
    sendForm({ ...clientCredentials, client_secret: clientSecret, ...form });
  const control = (method: string, path: string, body?: unknown): Promise<Answered> =>
    api.ask(method, `/_emulator${path}`, { token: null, version: null, body });

  describe("refusals on demand", () => {
    it("hit as many sign-ins as asked for", async () => {
      await control("POST", "/signInRefusals", { code: 53003, times: 2 });

      const answers = [await withSecret(), await withSecret(), await withSecret()];

      expect(answers.map(outcome)).to.deep.equal([
        [400, 53003],
        [400, 53003],
        [200, undefined],
      ]);
      expect(answers[0]?.body).to.include({ error: "invalid_grant", suberror: "message_only" });
      expect(api.emulator.entra.refusals).to.deep.equal([{ code: 53003, times: 2, hit: 2 }]);
    });

    it("hit one principal alone, after it has proved who it is", async () => {
      api.emulator.entra.refuseSignIn({ code: 50105, times: "always", principalId: id });
      const password = {
        grant_type: "password",
        username: "owner@contoso.example",
        password: "emulator-password",
      };

      const answers = [
        await withSecret({ client_secret: "wrong" }),
        await withSecret(),
        await sendForm({ ...clientCredentials, ...password }),
      ];
      await control("DELETE", "/signInRefusals");

      expect([...answers, await withSecret()].map((answer) => outcome(answer)[1])).to.deep.equal([
        7000215,
        50105,
        undefined,
        undefined,
      ]);
    });

    it("take a code that the emulator has no words for, and other endpoints", async () => {
      api.emulator.entra.refuseSignIn({ code: 123456 });
      api.emulator.entra.refuseSignIn({ code: 7000218, endpoint: "devicecode" });

      const answers = [await withSecret(), await entraForm(api, "devicecode")(clientCredentials)];

      expect(answers.map(outcome)).to.deep.equal([
        [400, 123456],
        [401, 7000218],
      ]);
    });
  });

  it("a secret expires", async () => {
    api.emulator.tenant.principals.update(id, { secretExpired: true });

    const answers = [await withSecret(), await withSecret({ client_secret: "wrong" })];

    expect(answers.map(outcome)).to.deep.equal([
      [401, 7000222],
      [401, 7000215],
    ]);
  });

  it("every sign-in is noted, without what proves anything", async () => {
    await withSecret({ claims: "{}" });
    await withSecret({ client_secret: "planted-wrong" });
    await sendForm({ ...clientCredentials, client_assertion: "planted-assertion" });
    await sendForm({ grant_type: "password", username: "u", password: "planted-password", client_id: "x" });

    const { text } = await control("GET", "/signIns");
    const [first, ...others] = JSON.parse(text) as Record<string, unknown>[];
    await control("DELETE", "/signIns");

    expect(first).to.deep.equal({
      number: 1,
      at: "2026-01-01T00:00:00.000Z",
      endpoint: "token",
      tenant: tenantId,
      grantType: "client_credentials",
      clientId: seeded.application.clientId,
      scope: clientCredentials.scope,
      proof: "secret",
      claims: "{}",
      status: 200,
    });
    expect(others.map(({ proof, username, code }) => [proof, username, code])).to.deep.equal([
      ["secret", undefined, 7000215],
      ["assertion", undefined, 50027],
      [undefined, "u", 700016],
    ]);
    expect(text).not.to.match(/planted|emulator-secret/);
    expect(api.emulator.entra.signIns).to.deep.equal([]);
  });

  describe("revocation", () => {
    const tokenOf = async (claims?: string): Promise<string> =>
      String((await withSecret(claims === undefined ? {} : { claims })).body.access_token);
    const challengeOf = ({ headers }: Answered): string => {
      const encoded = /claims="([^"]+)"/.exec(headers.get("www-authenticate") ?? "")?.[1] ?? "";
      return Buffer.from(encoded, "base64").toString("utf8");
    };

    it("answers old tokens with a challenge, and takes one that was asked for with it", async () => {
      const token = await tokenOf();
      await control("DELETE", "/tokens");

      const refused = await api.get(rolesPath, { token });
      const claims = challengeOf(refused);
      const same = await api.get(rolesPath, { token: await tokenOf() });
      const renewed = await api.get(rolesPath, { token: await tokenOf(claims) });

      expect([refused, same, renewed].map(({ status }) => status)).to.deep.equal([401, 401, 200]);
      expect(refused.headers.get("www-authenticate")).to.match(
        /^Bearer realm="", authorization_uri="https:[^"]+\/common\/oauth2\/authorize", error="insufficient_claims", claims="[A-Za-z0-9+/=]+"$/,
      );
      expect(JSON.parse(claims)).to.deep.equal({
        access_token: { nbf: { essential: true, value: String(Date.UTC(2026, 0, 1) / 1000) } },
      });
    });

    it("revokes again within the same second, until the reset", async () => {
      api.emulator.entra.revokeTokens();
      const claims = challengeOf(await api.get(rolesPath, { token: await tokenOf() }));
      const token = await tokenOf(claims);
      api.emulator.entra.revokeTokens();

      const again = await api.get(rolesPath, { token });
      const ownToken = await api.get(rolesPath);
      api.emulator.reset();
      const afterReset = await api.get(rolesPath, { token });

      expect([again, ownToken, afterReset].map(({ status }) => status)).to.deep.equal([401, 200, 200]);
    });

    it("takes other claims for no answer to the challenge", async () => {
      api.emulator.entra.revokeTokens();

      const tokens = [await tokenOf('{"access_token":{"xms_cc":{"values":["cp1"]}}}'), await tokenOf("no JSON")];
      const answers = [
        await api.get(rolesPath, { token: tokens[0] ?? "" }),
        await api.get(rolesPath, { token: tokens[1] ?? "" }),
      ];

      expect(answers.map(({ status }) => status)).to.deep.equal([401, 401]);
    });
  });
});
