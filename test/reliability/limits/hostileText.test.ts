import { expect } from "chai";

import { functionOf } from "../../../provider/functions";
import { callFunction } from "../../../provider/functions/call/callFunction";
import { Emulator } from "../../../testing";
import { declared } from "../../kinds";
import { startCoreDriver } from "../../scenarios/coreDriver";
import type { ProviderDriver } from "../../scenarios/driver";
import { startPluginDriver } from "../../scenarios/pluginDriver";
import { failure } from "../../scenarios/scenario";

const adapters = { dynamic: startCoreDriver, plugin: startPluginDriver };

/** What a terminal or the agent of a pipeline would obey, in a name or in the service's words. */
const hostile =
  "x\n::error::planted\r\n##vso[task.setvariable variable=a]b\u001b[2J\u009b2J\u202eevil\u2028##[group]\u0000";

const expectHarmless = (text: string): void => {
  expect(text).to.include("planted");
  expect(text).to.not.match(/[^\P{Cc}\n]|[\u2028\u2029\u202a-\u202e]/u);
  expect(text).to.not.match(/^\s*::[a-z]|##[a-z]*\[/im);
};

describe("what a terminal or a pipeline would obey", () => {
  let emulator: Emulator;
  let env: Record<string, string>;

  before(async () => {
    emulator = await Emulator.start();
    env = { ...emulator.env(), POWER_PLATFORM_LOG: "info" };
  });
  after(() => emulator.close());
  beforeEach(() => {
    emulator.reset();
  });

  for (const [form, start] of Object.entries(adapters)) {
    describe(`and the ${form} provider is told`, () => {
      let provider: ProviderDriver;

      beforeEach(async () => {
        provider = await start({ env });
      });
      afterEach(() => provider.close());

      it("by the service, is harmless in an error and takes no line of its own", async () => {
        const body = { error: { code: `C${hostile}`, message: hostile } };
        emulator.fault({ kind: "status", status: 400, method: "POST", path: "/**", body });

        const { message } = await failure(provider.create("EnvironmentGroup", { displayName: "Sales" }));

        expectHarmless(message);
        expect(message.split("\n")).to.have.lengthOf(1);
      });

      it("by the service's ids, is harmless in the request log", async () => {
        const headers = { "x-ms-correlation-id": "planted\u009b2J ##vso[task.complete]" };
        emulator.fault({ kind: "status", status: 400, method: "POST", path: "/**", headers });

        await failure(provider.create("EnvironmentGroup", { displayName: "Sales" }));

        expectHarmless(provider.printed());
      });

      it("by a name of the tenant, is harmless in a line of drift and keeps to it", async () => {
        const inputs = { displayName: "Sales", description: "ours" };
        const { id, outputs } = await provider.create("EnvironmentGroup", inputs);
        emulator.tenant.environmentGroups.update(id, { description: hostile });
        const next = await start({ env });

        await next.diff("EnvironmentGroup", id, outputs, inputs);
        await next.close();

        const drift = next.warnings.filter((line) => line.startsWith("drift in"));
        expectHarmless(drift.join("\n"));
        expect(drift.join("\n").split("\n")).to.have.lengthOf(drift.length);
      });

      it("by the program, is harmless in what is wrong with its inputs", async () => {
        const wrong = { ...declared.RoleAssignment, scope: hostile, principalType: hostile, [hostile]: 1 };

        const { failures } = await provider.check("RoleAssignment", {}, wrong);

        const said = failures.map(({ property, reason }) => `${property}: ${reason}`).join("\n");
        expectHarmless(said.replace(/\n  /g, " "));
        expect(failures).to.have.lengthOf(3);
      });
    });
  }

  it("is harmless in the error that a function ends with in the program, whose code stays", async () => {
    const code = "PlantedCode";
    emulator.fault({ kind: "status", status: 400, path: "/**", body: { error: { code, message: hostile } } });
    const config = { get: (key: string) => settings[key.replace("power-platform:", "")] };
    const settings: Record<string, string> = { endpoint: emulator.url, accessToken: emulator.token() };

    const error = await failure(callFunction(functionOf("getEnvironmentGroups"), {}, config));

    expectHarmless(error.message);
    expectHarmless(error.stack ?? "");
    expect(error).to.include({ code });
  });
});
