// Before the run: it defines globals (tslib), which mocha would take for leaks of the test that loads it first.
import "@azure/identity";
import { expect } from "chai";
import { connect, readSettings } from "../../../provider/auth";
import { AuthError } from "../../../provider/errors";
import { systemClock } from "../../../provider/transport";
import { azRefusals, startAz } from "../../standIns/az";
import { setEnv } from "../../standIns/setEnv";
import type { StandInProgram } from "../../standIns/standIn";
import { failure } from "../transport/failure";
import { jwt, tenantA } from "./tokens";

describe("signing in with the Azure CLI", () => {
  const token = jwt({ tid: tenantA, exp: Math.floor(Date.now() / 1_000) + 3_600 });
  let az: StandInProgram;
  let restore: () => void;
  const tokens = (env: Record<string, string> = {}) =>
    connect(readSettings({ env }), { clock: systemClock }).tokens;

  beforeEach(async () => {
    az = await startAz({ token });
    restore = setEnv(az.env);
  });

  afterEach(async () => {
    restore();
    await az.stop();
  });

  it("starts it once for many calls", async () => {
    const source = tokens({ POWER_PLATFORM_TENANT_ID: tenantA });

    const all = await Promise.all(Array.from({ length: 20 }, () => source.getToken()));
    await source.getToken();

    expect(new Set(all)).to.deep.equal(new Set([token]));
    expect(az.starts()).to.deep.equal([
      `account get-access-token --output json --resource https://api.powerplatform.com --tenant ${tenantA}`,
    ]);
  });

  it("passes on that nobody is signed in", async () => {
    az.refusal = azRefusals.notSignedIn;

    const error = await failure(tokens().getToken());

    expect(error).to.be.instanceOf(AuthError);
    expect(error.message).to.contain("Azure CLI (nothing else is set)").and.contain("az login");
  });

  it("passes on Entra's code", async () => {
    az.refusal = azRefusals.notConsented;

    const error = await failure(tokens().getToken());

    expect(error).to.include({ code: "AADSTS65001" });
    expect(error.message).to.contain("Let an administrator consent");
  });
});
