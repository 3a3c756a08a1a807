import { createHash, createSign, X509Certificate } from "node:crypto";
import { expect } from "chai";
import type { Principal } from "../../../testing/emulator";
import { seeded } from "../../../testing/emulator";
import type { SelfSigned } from "../../../testing/emulator/certificate/selfSigned";
import { selfSigned } from "../../../testing/emulator/certificate/selfSigned";
import { clientCredentials, entraForm, outcome } from "./entraForm";
import type { Answered } from "./harness";
import { withEmulator } from "./harness";

const { clientId, id } = seeded.application;

describe("client assertions to the emulator", () => {
  const api = withEmulator();
  const sendForm = entraForm(api);
  const send = (assertion: string): Promise<Answered> =>
    sendForm({ ...clientCredentials, client_assertion: assertion });
  const register = (members: Partial<Principal>): void => {
    api.emulator.tenant.principals.update(id, members);
  };
  const now = (): number => Math.floor(api.clock.now() / 1000);

  describe("signed with a certificate", () => {
    let ours: SelfSigned;
    let other: SelfSigned;

    before(() => {
      [ours, other] = [selfSigned(["ours"], { keyType: "rsa" }), selfSigned(["other"], { keyType: "rsa" })];
    });

    const assertion = (
      { key, cert }: SelfSigned,
      { header = {}, claims = {} }: { header?: object; claims?: object } = {},
    ): string => {
      const aud = `${api.emulator.authorityUrl}/${api.emulator.tenantId}/oauth2/v2.0/token`;
      const x5t = createHash("sha1").update(new X509Certificate(cert).raw).digest("base64url");
      const content = [
        { alg: "RS256", x5t, ...header },
        { aud, iss: clientId, sub: clientId, nbf: now(), exp: now() + 600, ...claims },
      ]
        .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
        .join(".");
      return `${content}.${createSign("sha256").update(content).sign(key, "base64url")}`;
    };

    it("are taken from a registered certificate, and from any while none is", async () => {
      const any = await send(assertion(other));
      register({ certificates: [other.cert, ours.cert] });

      const registered = await send(assertion(ours));

      expect([any, registered].map(outcome)).to.deep.equal([
        [200, undefined],
        [200, undefined],
      ]);
    });

    it("are refused with the reason and the thumbprint", async () => {
      register({ certificates: [ours.cert] });
      const x5t = createHash("sha1").update(new X509Certificate(ours.cert).raw).digest();

      const answers = [
        await send(assertion(other)),
        await send(assertion(other, { header: { x5t: x5t.toString("base64url") } })),
        await send(assertion(ours, { header: { x5c: ["b3RoZXI="] } })),
        await send(assertion(ours, { header: { alg: "none" } })),
      ];

      expect(answers.map(outcome)).to.deep.equal(Array(4).fill([401, 700027]));
      expect(answers.map(({ body }) => /Reason - ([^,]+),/.exec(String(body.error_description))?.[1])).to.deep.equal([
        "The key was not found.",
        "The provided signature value did not match the expected value.",
        "The certificate chain is of another key.",
        "The provided signature value did not match the expected value.",
      ]);
      expect(answers[1]?.body.error_description).to.contain(x5t.toString("hex").toUpperCase());
    });

    it("are refused once the certificate has expired", async () => {
      register({ certificates: [ours.cert] });
      api.clock.advance(Date.parse(new X509Certificate(ours.cert).validTo) - api.clock.now());

      const answer = await send(assertion(ours));

      expect(outcome(answer)).to.deep.equal([401, 700027]);
      expect(answer.body.error_description).to.contain("The key used is expired.");
    });

    it("are refused for another audience, another application, and outside of their time", async () => {
      const answers = [
        await send(assertion(ours, { claims: { aud: "https://login.example.com/token" } })),
        await send(assertion(ours, { claims: { sub: "11111111-1111-4111-8111-111111111111" } })),
        await send(assertion(ours, { claims: { nbf: now() - 1_000, exp: now() - 400 } })),
        await send(assertion(ours, { claims: { nbf: now() + 400 } })),
        // Clocks may differ by five minutes.
        await send(assertion(ours, { claims: { nbf: now() - 1_000, exp: now() - 200 } })),
      ];

      expect(answers.map(outcome)).to.deep.equal([
        [401, 700023],
        [401, 700021],
        [401, 700024],
        [401, 700024],
        [200, undefined],
      ]);
      expect(answers[2]?.body.error_description).to.contain("Current time: 2026-01-01T00:00:00.000Z");
    });
  });

  describe("from another identity provider", () => {
    const token = (claims: object): string =>
      [{ alg: "RS256" }, claims, "signature"]
        .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
        .join(".");
    const gitHub = {
      iss: "https://token.actions.githubusercontent.com",
      sub: "repo:contoso/iac:environment:Production",
      aud: "api://AzureADTokenExchange",
    };

    it("are taken while no federated credential is declared", async () => {
      expect(outcome(await send(token({ iss: "anybody" })))).to.deep.equal([200, undefined]);
    });

    it("have to match issuer, subject and audience of one of them", async () => {
      register({
        federatedCredentials: [
          { issuer: gitHub.iss, subject: gitHub.sub },
          { issuer: "https://gitlab.com", subject: "project_path:contoso/iac", audiences: ["emulator"] },
        ],
      });

      const answers = [
        await send(token(gitHub)),
        await send(token({ iss: "https://gitlab.com", sub: "project_path:contoso/iac", aud: ["x", "emulator"] })),
        await send(token({ ...gitHub, iss: "https://example.com" })),
        await send(token({ ...gitHub, sub: "repo:contoso/iac:ref:refs/heads/main" })),
        await send(token({ ...gitHub, sub: gitHub.sub.toLowerCase() })),
        await send(token({ ...gitHub, aud: "emulator" })),
        await send(token({ ...gitHub, exp: now() - 301 })),
      ];

      expect(answers.map(outcome)).to.deep.equal([
        [200, undefined],
        [200, undefined],
        [401, 700211],
        [401, 700213],
        [401, 7002138],
        [401, 700212],
        [401, 700024],
      ]);
      expect(answers[3]?.body.error_description).to.contain("'repo:contoso/iac:ref:refs/heads/main'");
    });

    it("are refused when the application has none at all", async () => {
      register({ federatedCredentials: [] });

      expect(outcome(await send(token(gitHub)))).to.deep.equal([401, 70025]);
    });
  });
});
