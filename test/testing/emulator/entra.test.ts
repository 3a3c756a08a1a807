import { expect } from "chai";
import { seeded } from "../../../testing/emulator";
import { tenantId } from "./bodies";
import type { Answered } from "./harness";
import { withEmulator } from "./harness";

const { clientId, clientSecret } = seeded.application;
const scope = "https://api.powerplatform.com/.default";

describe("the token endpoint of the emulator", () => {
  const api = withEmulator({ tokenLifetimeSeconds: 600 });

  const sendForm = (form: Record<string, string>, tenant = tenantId): Promise<Answered> =>
    api.ask("POST", `/${tenant}/oauth2/v2.0/token`, {
      token: null,
      version: null,
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(form).toString(),
    });
  const clientCredentials = { grant_type: "client_credentials", client_id: clientId, scope };

  it("gives an application an access token for its secret, which the API takes", async () => {
    const { status, body } = await sendForm({ ...clientCredentials, client_secret: clientSecret });
    const token = String(body.access_token);
    const claims = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()) as Record<
      string,
      unknown
    >;

    const answer = await api.get("/authorization/roleAssignments", { token });

    expect([status, body.token_type, body.expires_in]).to.deep.equal([200, "Bearer", 600]);
    expect(claims).to.include({
      aud: "https://api.powerplatform.com",
      tid: tenantId,
      oid: seeded.application.id,
      appid: clientId,
      exp: Date.UTC(2026, 0, 1) / 1000 + 600,
    });
    expect(answer.status).to.equal(200);
  });

  it("refuses as Entra does", async () => {
    const secret = { client_secret: clientSecret };
    const answers = [
      await sendForm({ ...clientCredentials, client_secret: "wrong" }),
      await sendForm({ ...clientCredentials, client_id: "12345678-1234-4234-8234-123456789abc", ...secret }),
      await sendForm({ ...clientCredentials, ...secret }, "12345678-1234-4234-8234-123456789abc"),
      await sendForm({ ...clientCredentials, client_assertion: "not a token" }),
      await sendForm(clientCredentials),
      await sendForm({ ...clientCredentials, grant_type: "magic" }),
      await sendForm({ ...clientCredentials, grant_type: "constructor" }),
    ];

    expect(answers.map(({ status, body }) => [status, body.error, ...(body.error_codes as number[])])).to.deep.equal([
      [401, "invalid_client", 7000215],
      [400, "unauthorized_client", 700016],
      [400, "invalid_request", 90002],
      [401, "invalid_client", 50027],
      [401, "invalid_client", 7000218],
      [400, "unsupported_grant_type", 70003],
      [400, "unsupported_grant_type", 70003],
    ]);
    expect(answers[0]?.body.error_description).to.match(/^AADSTS7000215: Invalid client secret provided/);
  });

  it("gives a user tokens for a password and for a refresh token", async () => {
    const user = { client_id: clientId, scope };
    const first = await sendForm({
      ...user,
      grant_type: "password",
      username: "Owner@contoso.example",
      password: "emulator-password",
    });
    const second = await sendForm({
      ...user,
      grant_type: "refresh_token",
      refresh_token: String(first.body.refresh_token),
    });

    const answer = await api.get("/authorization/roleAssignments", {
      token: String(second.body.access_token),
    });

    expect([first.status, second.status, answer.status]).to.deep.equal([200, 200, 200]);
  });

  it("is not in the request log, nor is its secret", async () => {
    await sendForm({ ...clientCredentials, client_secret: clientSecret });

    expect(api.emulator.requests).to.deep.equal([]);
  });

  it("describes itself with https addresses", async () => {
    const { body } = await api.get(`/${tenantId}/v2.0/.well-known/openid-configuration`);

    expect(body.token_endpoint).to.equal(`${api.emulator.authorityUrl}/${tenantId}/oauth2/v2.0/token`);
    expect(api.emulator.authorityUrl).to.match(/^https:/);
  });
});
