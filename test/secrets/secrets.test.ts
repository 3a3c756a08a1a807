import { join } from "node:path";
import { expect } from "chai";

import type { DeploymentError } from "../../testing";
import { Emulator, seeded, Stack } from "../../testing";
import { declared } from "../provider/declared";
import { startDynamicDriver } from "../scenarios/dynamicDriver";
import { failure } from "../scenarios/scenario";
import { findSecrets } from "./findSecrets";

const planted = "Planted~Secret/8Q+hidden=";
const program = join(__dirname, "../../../examples/quickstart");
const speed = { PULUMI_NODEJS_TRANSPILE_ONLY: "true" };

describe("findSecrets", () => {
  it("finds a leak that was planted on purpose, in every form", () => {
    const error = Object.assign(new Error("x"), {
      config: { headers: { authorization: `Bearer ${planted}` } },
    });
    const places = {
      plain: `secret is ${planted}`,
      url: `client_secret=${encodeURIComponent(planted)}`,
      base64: Buffer.from(planted).toString("base64"),
      nested: error,
      state: { outputs: { secret: planted } },
      clean: "nothing",
    };

    expect(findSecrets([planted], places)).to.deep.equal(["plain", "url", "base64", "nested", "state"]);
  });

  it("takes what a state holds as secret for safe", () => {
    const wrapped = {
      "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
      plaintext: `"${planted}"`,
    };

    expect(
      findSecrets([planted], { state: JSON.stringify({ inputs: { clientSecret: wrapped } }) }),
    ).to.deep.equal([]);
  });
});

describe("secrets", function () {
  this.timeout(120_000);
  let emulator: Emulator;

  before(async () => {
    emulator = await Emulator.start();
  });

  after(() => emulator.close());

  afterEach(() => {
    emulator.reset();
  });

  it("of a sign-in that works are in no state, log or preview", async () => {
    const secret = seeded.application.clientSecret;
    const env = { ...emulator.envFor({ credential: "clientSecret" }), POWER_PLATFORM_CLIENT_SECRET: "" };
    const stack = await Stack.create({
      program,
      env: { ...env, ...speed, POWER_PLATFORM_LOG: "debug" },
      secrets: { "power-platform:clientSecret": secret },
    });

    const up = await stack.up();
    const preview = await stack.preview();

    const state = JSON.stringify(stack.exportState());
    const places = {
      state,
      text: up.text + preview.text,
      diagnostics: [...up.diagnostics, ...preview.diagnostics],
    };
    expect(findSecrets([secret], places)).to.deep.equal([]);
    expect(JSON.stringify(up.diagnostics), "the request log is on").to.include("/licensing/billingPolicies");
  });

  it("of a sign-in that fails are in no error, log or state", async () => {
    const env = { ...emulator.envFor({ credential: "clientSecret" }), POWER_PLATFORM_CLIENT_SECRET: planted };
    const stack = await Stack.create({ program, env: { ...env, ...speed, POWER_PLATFORM_LOG: "debug" } });

    const error = await failure<DeploymentError>(stack.up());

    expect(error.message).to.include("AADSTS7000215");
    const { text, diagnostics } = error.result;
    const state = JSON.stringify(stack.exportState());
    expect(findSecrets([planted], { error, text, diagnostics, state })).to.deep.equal([]);
  });

  it("are in no error of an API that echoes the request", async () => {
    const token = emulator.token();
    const env = { ...emulator.env(), POWER_PLATFORM_ACCESS_TOKEN: token, POWER_PLATFORM_LOG: "debug" };
    const body = { error: { code: "Echo", message: `you sent Authorization: Bearer ${token}` } };
    const provider = await startDynamicDriver({ env });
    const errors: Error[] = [];

    for (const status of [400, 401, 403, 500]) {
      emulator.fault({ kind: "status", status, body, method: "GET", times: 1 });
      if (status === 500)
        emulator.fault({ kind: "status", status: 400, body, method: "GET", times: "always" });
      errors.push(
        await failure(
          provider.create("EnvironmentGroup", { ...declared.EnvironmentGroup, displayName: "X" }),
        ),
      );
      emulator.clearFaults();
    }

    const places = { errors, messages: errors.map(({ message }) => message), printed: provider.printed() };
    await provider.close();
    expect(findSecrets([token], places)).to.deep.equal([]);
    expect(errors[0]!.message).to.include("you sent").and.include("Echo");
  });

  it("of an explicit provider are in its state as secrets only", async () => {
    const stack = await Stack.create({
      program: join(program, "../custom-provider-credentials"),
      config: { accessAdminClientId: seeded.application.clientId },
      secrets: { accessAdminClientSecret: planted },
      env: { ...emulator.envFor({ credential: "clientSecret" }), ...speed },
    });

    const error = await failure<DeploymentError>(stack.up());

    const state = JSON.stringify(stack.exportState());
    expect(state, "the provider's argument is recorded").to.include(planted);
    // Steps hold the program's own inputs for its tests, and Pulumi's SDK logs the engine's answers at level debug.
    const { text, diagnostics } = error.result;
    const shown = diagnostics.filter(({ severity }) => severity !== "debug");
    expect(
      findSecrets([planted], { state, message: error.message, stack: error.stack, text, shown }),
    ).to.deep.equal([]);
  });
});
