import { expect } from "chai";
import { connect, readSettings } from "../../../provider/auth";
import { AuthError, ConfigurationError } from "../../../provider/errors";
import { fakeClock } from "../../fakeClock";
import { failure } from "../transport/failure";
import { jwt, tenantA, tenantB } from "./tokens";

const clock = fakeClock();
const connected = (env: Record<string, string>) => connect(readSettings({ env }), { clock });
const token = (claims: object): string => jwt({ exp: clock.now() / 1_000 + 3_600, ...claims });

describe("connect", () => {
  it("says where the API is and how it will sign in, without doing it", () => {
    const { endpoint, identity } = connected({
      POWER_PLATFORM_ACCESS_TOKEN: "planted-1",
      POWER_PLATFORM_CLOUD: "gcc",
    });

    expect(endpoint).to.equal("https://api.gov.powerplatform.microsoft.us");
    expect(identity).to.equal("access token from POWER_PLATFORM_ACCESS_TOKEN");
  });

  it("knows the tenant from a GUID in the settings, without a sign-in", async () => {
    const connection = connected({ POWER_PLATFORM_TENANT_ID: tenantA.toUpperCase() });

    expect(connection.configuredTenantId).to.equal(tenantA);
    expect(await connection.tenantId()).to.equal(tenantA);
  });

  it("knows the tenant from the token when the settings name a domain or nothing", async () => {
    const env = { POWER_PLATFORM_ACCESS_TOKEN: token({ tid: tenantA.toUpperCase() }) };

    for (const more of [{}, { POWER_PLATFORM_TENANT_ID: "contoso.onmicrosoft.com" }]) {
      const connection = connected({ ...env, ...more });

      expect(connection.configuredTenantId).to.equal(undefined);
      expect(await connection.tenantId()).to.equal(tenantA);
    }
  });

  it("asks for tenantId when nobody says which tenant it is", async () => {
    const error = await failure(connected({ POWER_PLATFORM_ACCESS_TOKEN: "opaque-1" }).tenantId());

    expect(error).to.be.instanceOf(ConfigurationError);
    expect(error.message).to.contain("Set tenantId");
  });

  it("hands out no token of another tenant than the one that is set", async () => {
    const { tokens } = connected({
      POWER_PLATFORM_TENANT_ID: tenantA,
      POWER_PLATFORM_ACCESS_TOKEN: token({ tid: tenantB }),
    });

    const error = await failure(tokens.getToken());

    expect(error).to.be.instanceOf(ConfigurationError);
    expect(error.message).to.contain(tenantA).and.contain(tenantB).and.contain("POWER_PLATFORM_TENANT_ID");
  });

  /** A credential whose tokens are for these tenants, one after the other. */
  function moving(tenants: readonly (string | undefined)[], env: Record<string, string> = {}) {
    let asked = 0;
    const time = fakeClock();
    const { tokens } = connect(readSettings({ env }), {
      clock: time,
      credential: {
        identity: "a test",
        fetch: () => {
          const tid = tenants[Math.min(asked++, tenants.length - 1)];
          const value = tid === undefined ? `opaque-${asked}` : jwt({ tid, number: asked });
          return Promise.resolve({ token: value, expiresAtMs: time.now() + 3_600_000 });
        },
      },
    });
    return { tokens, time };
  }

  for (const [settings, env] of [
    ["no tenant", {}],
    ["a domain", { POWER_PLATFORM_TENANT_ID: "contoso.onmicrosoft.com" }],
    ["the GUID of the tenant", { POWER_PLATFORM_TENANT_ID: tenantA }],
  ] as const) {
    it(`hands out no renewed token of another tenant where the settings name ${settings}`, async () => {
      const { tokens, time } = moving([tenantA, tenantB], env);
      const first = await tokens.getToken();

      time.advance(3_400_000);
      const renewed = await failure(tokens.getToken());
      const refused = await failure(tokens.getToken({ rejected: first }));

      for (const error of [renewed, refused]) {
        expect(error).to.be.instanceOf(ConfigurationError);
        expect(error.message).to.contain(tenantA).and.contain(tenantB).and.contain("nothing was sent");
      }
      expect(tokens.lastClaims?.tid).to.equal(tenantA);
    });
  }

  it("hands out renewed tokens of the same tenant, however it is spelled", async () => {
    const { tokens, time } = moving([tenantA, tenantA.toUpperCase(), undefined]);
    const first = await tokens.getToken();

    time.advance(3_400_000);
    const second = await tokens.getToken();
    time.advance(3_400_000);

    expect(second).not.to.equal(first);
    expect(await tokens.getToken()).to.equal("opaque-3");
  });

  for (const ask of ["tenantId", "claims"] as const) {
    it(`ends the wait for a sign-in when the run is cancelled, asked for the ${ask}`, async () => {
      const cancelled = new AbortController();
      const connection = connect(readSettings({ env: {} }), {
        clock,
        credential: { identity: "a tool that hangs", fetch: () => new Promise(() => undefined) },
        signal: cancelled.signal,
      });

      const asked = failure(connection[ask]());
      cancelled.abort(new Error("the run was cancelled"));

      expect((await asked).message).to.equal("the run was cancelled");
    });
  }

  it("hands out a configured access token while it holds, and explains when it does not", async () => {
    const { tokens } = connected({ POWER_PLATFORM_ACCESS_TOKEN: token({ tid: tenantA }) });
    const first = await tokens.getToken();

    expect(await tokens.getToken()).to.equal(first);
    const error = await failure(tokens.getToken({ rejected: first }));
    expect(error).to.be.instanceOf(AuthError);
    expect(error.message).to.contain("POWER_PLATFORM_ACCESS_TOKEN was refused and cannot be renewed");
  });

  it("refuses an access token that has expired", async () => {
    const { tokens } = connected({ POWER_PLATFORM_ACCESS_TOKEN: jwt({ exp: 1_000_000_000 }) });

    expect((await failure(tokens.getToken())).message).to.contain("expired at 2001-09-09T01:46:40.000Z");
  });

  it("says who the token is for", async () => {
    const connection = connected({ POWER_PLATFORM_ACCESS_TOKEN: token({ tid: tenantA, appid: "app" }) });

    expect(await connection.claims()).to.include({ tid: tenantA, appid: "app" });
  });
});
