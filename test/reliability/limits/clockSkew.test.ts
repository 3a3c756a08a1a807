import { expect } from "chai";

import { Emulator } from "pulumi-power-platform-testing";
import { fakeClock } from "../../fakeClock";
import { freshPulumiHome } from "../../pulumiHome";
import type { DriverError } from "../../scenarios/driver";
import { kindCases } from "../../kinds";
import { startPluginDriver } from "../../scenarios/pluginDriver";
import { failure } from "../../scenarios/scenario";

const hourMs = 3_600_000;

/** The machine's clock against the service's; what both share is the plugin's server, whose clock can be given. */
for (const [which, skewMs] of Object.entries({ fast: hourMs, slow: -hourMs })) {
  describe(`a machine whose clock is an hour ${which}`, () => {
    let emulator: Emulator;
    let home: string;

    before(async () => (emulator = await Emulator.start({ isv: true })));
    after(() => emulator.close());
    beforeEach(() => {
      emulator.reset();
      home = freshPulumiHome();
    });

    const run = async () => {
      const clock = fakeClock(Date.now() + skewMs);
      const provider = await startPluginDriver({ env: { ...emulator.env(), PULUMI_HOME: home }, clock });
      return { clock, provider };
    };

    it("waits until a date that the service names by the service's clock", async () => {
      const { clock, provider } = await run();
      const seconds = 7;
      const date = new Date().toUTCString();
      const until = new Date(Date.parse(date) + seconds * 1_000).toUTCString();
      emulator.fault({ kind: "status", status: 429, headers: { date, "retry-after": until }, method: "GET" });

      await provider.create("EnvironmentGroup", { displayName: "Sales" });
      await provider.close();

      expect(clock.sleeps).to.deep.equal([seconds * 1_000]);
    });

    for (const { kind, inputs, live, createOperation, listOperation } of kindCases) {
      it(`${kind}: is made, compared and deleted as ever`, async () => {
        const { provider } = await run();

        const { id, outputs } = await provider.create(kind, inputs);
        const diff = await provider.diff(kind, id, outputs, inputs);
        await provider.close();
        const next = await run();
        await next.provider.delete(kind, id, outputs);
        await next.provider.close();

        expect(diff).to.include({ changes: false });
        expect(live(emulator)).to.deep.equal([]);
      });

      it(`${kind}: made by an interrupted run, it is known again by the time when the service made it`, async () => {
        const interrupted = await run();
        emulator.fault({ kind: "reset", moment: "after", operationId: createOperation });
        emulator.fault({ kind: "status", status: 403, operationId: listOperation, nth: 2, times: "always" });
        await failure<DriverError>(interrupted.provider.create(kind, inputs));
        await interrupted.provider.close();
        emulator.clearFaults();
        const next = await run();

        const { id } = await next.provider.create(kind, inputs);
        await next.provider.close();

        expect(live(emulator)).to.have.lengthOf(1);
        expect(id).to.match(new RegExp(`${live(emulator)[0]!.id}$`));
      });
    }
  });
}

describe("an access token and a machine whose clock is wrong", () => {
  let emulator: Emulator;

  before(async () => (emulator = await Emulator.start({ isv: true })));
  after(() => emulator.close());

  const create = async (skewMs: number) => {
    const clock = fakeClock(Date.now() + skewMs);
    const POWER_PLATFORM_ACCESS_TOKEN = emulator.token({ lifetimeSeconds: 1_800 });
    const provider = await startPluginDriver({
      env: { ...emulator.env(), POWER_PLATFORM_ACCESS_TOKEN },
      clock,
    });
    try {
      return await provider.create("EnvironmentGroup", { displayName: "Sales" });
    } finally {
      await provider.close();
    }
  };

  it("is taken for expired where the clock is fast, and the error says what the clock says", async () => {
    const { message } = await failure(create(hourMs));

    expect(message).to.match(/it expired at 20\S+Z, and this machine's clock says 20\S+Z/);
    expect(emulator.requests).to.deep.equal([]);
  });

  it("is used where the clock is slow", async () => {
    expect((await create(-hourMs)).outputs).to.include({ displayName: "Sales" });
  });
});
