import { expect } from "chai";
import { Emulator } from "../../../../testing/emulator";
import { startGitHubActions } from "../../../standIns/gitHubActions";
import type { StandInServer } from "../../../standIns/standIn";
import { application, applicationClaims } from "./application";
import { signIn } from "./signIn";

describe("signing in with GitHub Actions", () => {
  let emulator: Emulator;
  let gitHub: StandInServer;
  before(async () => {
    emulator = await Emulator.start();
    gitHub = await startGitHubActions();
  });
  after(async () => {
    await gitHub.stop();
    await emulator.close();
  });
  const job = () => ({ ...application, ...gitHub.env, POWER_PLATFORM_USE_OIDC: "true" });

  it("asks GitHub for a token with the audience of Entra", async () => {
    const result = await signIn(emulator, job());

    expect(result).to.deep.include({ statuses: [200, 200, 200] });
    expect(result.claims).to.include(applicationClaims);
    expect(result.identity).to.match(/^federated token of GitHub Actions from ACTIONS_ID_TOKEN_REQUEST_URL, /);
    const asked = gitHub.requests().map(({ method, path, query }) => ({ method, path, query }));
    expect(asked).to.deep.equal([
      {
        method: "GET",
        path: "/idtoken",
        query: { "api-version": "2.0", audience: "api://AzureADTokenExchange" },
      },
    ]);
  });

  it("asks for the audience of the cloud's Entra, or the one that is set", async () => {
    const before = gitHub.requests().length;
    await signIn(emulator, { ...job(), POWER_PLATFORM_CLOUD: "china" });
    await signIn(emulator, { ...job(), POWER_PLATFORM_OIDC_AUDIENCE: "api://mine" });

    const audiences = gitHub
      .requests()
      .slice(before)
      .map(({ query }) => query.audience);
    expect(audiences).to.deep.equal(["api://AzureADTokenExchangeChina", "api://mine"]);
  });

  it("says that the job's token does not suffice, without showing it", async () => {
    const result = await signIn(emulator, {
      ...job(),
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: "planted-request-token",
    });

    expect(result.kind).to.equal("AuthError");
    expect(result.error)
      .to.contain(
        "the pipeline gave no token at ACTIONS_ID_TOKEN_REQUEST_URL: the token from ACTIONS_ID_TOKEN_REQUEST_TOKEN does not suffice",
      )
      .and.contain("answered 401");
    expect(result.output).not.to.contain("planted-request-token");
  });

  it("says so when the answer holds no token", async () => {
    gitHub.refusal = { status: 200, body: { count: 0 } };
    const result = await signIn(emulator, job()).finally(() => (gitHub.refusal = undefined));

    expect(result.error).to.contain("from ACTIONS_ID_TOKEN_REQUEST_URL, holds no token");
  });

  it("does not send its token over plain http to another machine", async () => {
    const result = await signIn(emulator, {
      ...job(),
      ACTIONS_ID_TOKEN_REQUEST_URL: "http://pipeline.example.com/t",
    });

    expect(result.error).to.contain("oidcRequestUrl").and.contain("must be an https URL");
  });
});
