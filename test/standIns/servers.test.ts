import { readFileSync } from "node:fs";
import {
  AzurePipelinesCredential,
  ClientAssertionCredential,
  ManagedIdentityCredential,
  WorkloadIdentityCredential,
} from "@azure/identity";
import { expect } from "chai";
import { Emulator, seeded } from "../../testing/emulator";
import { selfSigned } from "../../testing/emulator/certificate/selfSigned";
import { failure } from "../provider/transport/failure";
import { azurePipelinesIssuer, serviceConnectionId, startAzurePipelines } from "./azurePipelines";
import { gitHubIssuer, startGitHubActions } from "./gitHubActions";
import { tokensOf } from "./giveToken";
import { idToken } from "./idToken";
import type { ManagedIdentityOptions } from "./managedIdentity";
import { startManagedIdentity } from "./managedIdentity";
import { setEnv } from "./setEnv";
import type { StandInServer } from "./standIn";
import { startTokenFile } from "./tokenFile";

const scope = "https://api.powerplatform.com/.default";
const { clientId } = seeded.application;

describe("the servers that stand in for token endpoints", () => {
  let emulator: Emulator;
  let server: StandInServer | undefined;
  let restore: (() => void) | undefined;

  before(async () => {
    emulator = await Emulator.start();
  });

  after(() => emulator.close());

  afterEach(async () => {
    restore?.();
    await server?.stop();
    [server, restore] = [undefined, undefined];
  });

  const use = (started: StandInServer): StandInServer => {
    restore = setEnv(started.env);
    server = started;
    return started;
  };
  /** Options of a credential class for the emulator's Entra. */
  const entra = (...moreCertificates: string[]) => ({
    authorityHost: emulator.authorityUrl,
    disableInstanceDiscovery: true,
    tlsOptions: {
      ca: [readFileSync(emulator.env().NODE_EXTRA_CA_CERTS ?? "", "utf8"), ...moreCertificates].join("\n"),
    },
  });
  const expectTaken = async (token: string | undefined): Promise<void> => {
    const answer = await fetch(`${emulator.url}/authorization/roleAssignments?api-version=2024-10-01`, {
      headers: { authorization: `Bearer ${token ?? ""}` },
    });
    expect(answer.status).to.equal(200);
  };

  const unknownIdentity: Readonly<Record<ManagedIdentityOptions["form"], RegExp>> = {
    appService: /No User Assigned/,
    imds: /Identity not found/,
  };
  for (const form of ["appService", "imds"] as const) {
    describe(`managed identity, ${form}`, () => {
      const start = async (options: Partial<ManagedIdentityOptions> = {}): Promise<StandInServer> =>
        use(await startManagedIdentity({ form, token: tokensOf(emulator), clientIds: [clientId], ...options }));

      it("gives a token of the identity of the machine", async () => {
        const { requests } = await start();

        const { token } = await new ManagedIdentityCredential().getToken(scope);

        await expectTaken(token);
        expect(requests()).to.have.length(1);
        expect(requests()[0]?.query).to.include({ resource: "https://api.powerplatform.com" });
      });

      it("gives a token of a user-assigned identity by its client id", async () => {
        const { requests } = await start({ hasSystemAssigned: false });

        const { token } = await new ManagedIdentityCredential({ clientId }).getToken(scope);

        await expectTaken(token);
        expect(requests()[0]?.query).to.include({ client_id: clientId });
      });

      it("refuses an identity that is not there", async () => {
        await start({ hasSystemAssigned: false, clientIds: [] });

        const errors = [
          await failure(new ManagedIdentityCredential({ clientId }).getToken(scope)),
          await failure(new ManagedIdentityCredential().getToken(scope)),
        ];

        for (const { message } of errors) expect(message).to.match(unknownIdentity[form]);
      });

      it("refuses who does not send what proves that it is inside", async () => {
        const { url, env } = await start();

        const address = env.IDENTITY_ENDPOINT ?? `${url}/metadata/identity/oauth2/token`;
        const { status } = await fetch(`${address}?api-version=2019-08-01&resource=x`);

        expect(status).to.equal(form === "imds" ? 400 : 401);
      });
    });
  }

  describe("GitHub Actions", () => {
    const ask = (env: Readonly<Record<string, string>>, token = env.ACTIONS_ID_TOKEN_REQUEST_TOKEN) =>
      fetch(`${env.ACTIONS_ID_TOKEN_REQUEST_URL ?? ""}&audience=api%3A%2F%2FAzureADTokenExchange`, {
        headers: { authorization: `Bearer ${token ?? ""}` },
      });

    it("gives a token for the audience asked for, which Entra takes as an assertion", async () => {
      const { env } = use(await startGitHubActions());
      const assertion = async (): Promise<string> => ((await (await ask(env)).json()) as { value: string }).value;

      const claims = claimsOf(await assertion());
      const credential = new ClientAssertionCredential(emulator.tenantId, clientId, assertion, entra());
      const { token } = await credential.getToken(scope);

      await expectTaken(token);
      expect(claims).to.include({
        iss: gitHubIssuer,
        sub: "repo:contoso/iac:ref:refs/heads/main",
        aud: "api://AzureADTokenExchange",
      });
    });

    it("refuses a wrong request token, and everything while a refusal is set", async () => {
      const started = use(await startGitHubActions());

      const wrong = await ask(started.env, "wrong");
      started.refusal = { status: 403, body: { message: "id-token: write is missing" } };
      const refused = await ask(started.env);

      expect([wrong.status, refused.status]).to.deep.equal([401, 403]);
    });
  });

  describe("Azure Pipelines", () => {
    const credential = (certificate: string, connection = serviceConnectionId, systemToken?: string) =>
      new AzurePipelinesCredential(
        emulator.tenantId,
        clientId,
        connection,
        systemToken ?? process.env.SYSTEM_ACCESSTOKEN ?? "",
        entra(certificate),
      );

    it("gives a token that Entra takes as an assertion", async () => {
      const certificate = selfSigned(["127.0.0.1"]);
      const { requests } = use(await startAzurePipelines({ certificate }));

      const { token } = await credential(certificate.cert).getToken(scope);

      await expectTaken(token);
      expect(requests()[0]).to.include({ method: "POST" });
      expect(requests()[0]?.query).to.deep.equal({ "api-version": "7.1", serviceConnectionId });
    });

    it("refuses a wrong access token and an unknown connection", async () => {
      const certificate = selfSigned(["127.0.0.1"]);
      use(await startAzurePipelines({ certificate }));

      const wrong = await failure(credential(certificate.cert, serviceConnectionId, "wrong").getToken(scope));
      const unknown = await failure(credential(certificate.cert, "unknown").getToken(scope));

      expect(wrong.message).to.match(/Received null token/);
      expect(unknown.message).to.match(/no explicit reference to service connection unknown/);
    });

    it("sends a wrong access token to the sign-in page unless told not to", async () => {
      const { env } = use(await startAzurePipelines());
      const ask = (headers: Record<string, string>): Promise<Response> =>
        fetch(`${env.SYSTEM_OIDCREQUESTURI ?? ""}?api-version=7.1&serviceConnectionId=${serviceConnectionId}`, {
          method: "POST",
          redirect: "manual",
          headers,
        });

      const answers = [
        await ask({ authorization: "Bearer wrong" }),
        await ask({ authorization: "Bearer wrong", "x-tfs-fedauthredirect": "Suppress" }),
        await ask({ authorization: `Bearer ${env.SYSTEM_ACCESSTOKEN ?? ""}` }),
      ];

      expect(answers.map(({ status }) => status)).to.deep.equal([302, 401, 200]);
      const { oidcToken } = (await answers[2]?.json()) as { oidcToken: string };
      expect(claimsOf(oidcToken)).to.include({ iss: azurePipelinesIssuer });
    });
  });

  it("a token file gives the token that is in it at the time", async () => {
    const file = startTokenFile(idToken({ sub: "one" }));
    const credential = () =>
      new WorkloadIdentityCredential({
        tenantId: emulator.tenantId,
        clientId,
        tokenFilePath: file.path,
        ...entra(),
      });
    const { token } = await credential().getToken(scope);

    file.write("no JWT any more");
    const error = await failure(credential().getToken(scope));
    await file.stop();

    await expectTaken(token);
    expect(error.message).to.contain("AADSTS50027");
  });
});

const claimsOf = (token: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8")) as Record<string, unknown>;
