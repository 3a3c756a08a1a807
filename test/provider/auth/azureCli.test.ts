import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
// Before the run: it defines globals (tslib), which mocha would take for leaks of the test that loads it first.
import "@azure/identity";
import { expect } from "chai";
import { connect, readSettings } from "../../../provider/auth";
import { AuthError } from "../../../provider/errors";
import { systemClock } from "../../../provider/transport";
import { failure } from "../transport/failure";
import { jwt, tenantA } from "./tokens";

/** A stand-in for the Azure CLI that notes its starts. */
describe("signing in with the Azure CLI", () => {
  const path = process.env.PATH;
  let folder = "";
  const starts = (): string[] => {
    const file = join(folder, "starts");
    return existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : [];
  };
  const install = (script: string): void => {
    const az = join(folder, "az");
    writeFileSync(az, `#!/bin/sh\necho "$@" >> "${join(folder, "starts")}"\n${script}\n`);
    chmodSync(az, 0o755);
  };
  const tokens = (env: Record<string, string> = {}) =>
    connect(readSettings({ env }), { clock: systemClock }).tokens;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "ppaz-"));
    process.env.PATH = `${folder}${delimiter}${path ?? ""}`;
  });

  afterEach(() => {
    process.env.PATH = path;
    rmSync(folder, { recursive: true });
  });

  it("starts it once for many calls", async () => {
    const token = jwt({ tid: tenantA });
    install(`echo '{"accessToken":"${token}","expires_on":${Math.floor(Date.now() / 1_000) + 3_600}}'`);
    const source = tokens({ POWER_PLATFORM_TENANT_ID: tenantA });

    const all = await Promise.all(Array.from({ length: 20 }, () => source.getToken()));
    await source.getToken();

    expect(new Set(all)).to.deep.equal(new Set([token]));
    expect(starts()).to.deep.equal([
      `account get-access-token --output json --resource https://api.powerplatform.com --tenant ${tenantA}`,
    ]);
  });

  it("passes on that nobody is signed in", async () => {
    install(`echo "ERROR: Please run 'az login' to setup account." >&2; exit 1`);

    const error = await failure(tokens().getToken());

    expect(error).to.be.instanceOf(AuthError);
    expect(error.message).to.contain("Azure CLI (nothing else is set)").and.contain("az login");
  });

  it("passes on Entra's code", async () => {
    install(`echo "AADSTS65001: The user has not consented. Trace ID: x" >&2; exit 1`);

    const error = await failure(tokens().getToken());

    expect(error).to.include({ code: "AADSTS65001" });
    expect(error.message).to.contain("Let an administrator consent");
  });
});
