import { expect } from "chai";
import { asAuthError } from "../../../../provider/auth/identityError";
import { azureCliCredential } from "../../../../provider/auth/credentials/azureCli";
import { azureDeveloperCliCredential } from "../../../../provider/auth/credentials/azureDeveloperCli";
import type { Credential } from "../../../../provider/auth";
import { azRefusals, startAz } from "../../../standIns/az";
import { type Program, type ProgramResult, startProgram } from "../../../standIns/program";
import { setEnv } from "../../../standIns/setEnv";
import { failure } from "../../transport/failure";
import { jwt, tenantA } from "../tokens";
import { describeDeveloperTool } from "./describeDeveloperTool";

describeDeveloperTool({
  name: "Azure CLI",
  start: startAz,
  flag: "POWER_PLATFORM_USE_CLI",
  notSignedIn: azRefusals.notSignedIn,
  login: "az login --tenant <tenant id> --allow-no-subscriptions",
  tokenCommand: /get-access-token/,
});

const scope = "https://api.powerplatform.com/.default";
const tool = {
  why: "a test",
  auxiliaryTenantIds: [],
  tenantId: { value: tenantA, origin: "ARM_TENANT_ID", source: "ARM", isFirst: true },
};
const request = { scope, isForced: false, enableCae: true };
const facts = { scope, tenantId: tenantA };

const never = new Promise<ProgramResult>(() => undefined);
const token = jwt({ tid: tenantA, exp: 2_000_000_000 });

for (const { program, credential, answer } of [
  {
    program: "az",
    credential: azureCliCredential,
    answer: { accessToken: token, expiresOn: "2033-05-18 03:33:20.000000", expires_on: 2_000_000_000 },
  },
  {
    program: "azd",
    credential: azureDeveloperCliCredential,
    answer: { token, expiresOn: "2033-05-18T03:33:20Z" },
  },
] as const) {
  describe(`what ${program} prints`, () => {
    let running: Program;
    let result: Promise<ProgramResult> = never;
    before(async () => {
      running = await startProgram(program, () => result);
    });
    after(() => running.stop());

    const signedInWith = (printed: ProgramResult | "nothing, for ever") => {
      result = printed === "nothing, for ever" ? never : Promise.resolve(printed);
      return (use: (made: Credential) => Promise<string>): Promise<string> => {
        const putBack = setEnv(running.env);
        return use(credential(tool, printed === "nothing, for ever" ? 300 : undefined)).finally(putBack);
      };
    };
    const refusal = async (made: Credential): Promise<string> =>
      asAuthError(made.identity, await failure(made.fetch(request)), facts).message;

    it("is told with Entra's code and sentence, and the login for the scope", async () => {
      const stderr =
        "WARNING: a new version is there\nERROR: AADSTS50076: Due to a configuration change made by your administrator, you must use multi-factor authentication. " +
        "Trace ID: 11111111-1111-4111-8111-111111111111 Correlation ID: 22222222-2222-4222-8222-222222222222 Timestamp: 2026-01-01 00:00:00Z\n" +
        `Interactive authentication is needed. Please run:\n${program} login --tenant "${tenantA}" --scope "${scope}"\n`;

      const message = await signedInWith({ stderr, exitCode: 1 })(refusal);

      expect(message)
        .to.contain("AADSTS50076: Due to a configuration change made by your administrator")
        .and.contain("code AADSTS50076, correlation id 22222222-2222-4222-8222-222222222222")
        .and.match(new RegExp(`\`${program} (auth )?login --tenant(-id)? ${tenantA} --scope ${scope}\``));
    });

    it("counts although a warning stands before the token", async () => {
      const stdout = `WARNING: {not JSON} A new version is there.\n${JSON.stringify(answer, undefined, 2)}\nBye\n`;
      let expiry: number | undefined;

      const got = await signedInWith({ stdout })(async (made) => {
        const fetched = await made.fetch(request);
        expiry = fetched.expiresAtMs;
        return fetched.token;
      });

      expect(got).to.equal(token);
      expect(expiry).to.equal(2_000_000_000_000);
    });

    for (const [title, printed, told] of [
      ["nothing", {}, "It printed: nothing."],
      ["a page", { stdout: "<html>Welcome</html>" }, 'It printed: "<html>Welcome</html>".'],
      ["JSON without a token", { stdout: '{"tenant":"x"}' }, 'It printed: "{"tenant":"x"}".'],
    ] as const) {
      it(`is told where it is ${title}, with how to look`, async () => {
        const message = await signedInWith(printed)(refusal);

        expect(message).to.contain(`${program} gave no token. ${told} Run \`${program} a`);
        expect(message).not.to.contain("JSON at position");
      });
    }

    it("is waited for no longer than a bound, and told", async () => {
      const message = await signedInWith("nothing, for ever")(refusal);

      expect(message).to.contain(`${program} did not answer within 0.3 s. It printed: nothing. Run \`${program} a`);
    });

    it("is told where it fails without a word", async () => {
      const message = await signedInWith({ exitCode: 3 })(refusal);

      expect(message).to.contain(`${program} failed and printed nothing. Run \`${program} a`);
    });

    it("is not told where it is a token", async () => {
      const message = await signedInWith({ stdout: `{"accessToken": "${token}", oops` })(refusal);

      expect(message).to.contain("It printed:").and.not.contain(token);
    });
  });
}

describe("a claims challenge for the Azure CLI", () => {
  it("ends with the command that signs in with the claims", async () => {
    const claims = JSON.stringify({ access_token: { nbf: { essential: true } } });

    const error = await failure(azureCliCredential(tool).fetch({ ...request, claims }));

    expect(error.message).to.contain(
      `az login --tenant ${tenantA} --scope ${scope} --claims-challenge ${Buffer.from(claims).toString("base64")}`,
    );
  });
});
