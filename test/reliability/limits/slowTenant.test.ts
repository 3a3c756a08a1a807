import { expect } from "chai";

import { Emulator } from "pulumi-power-platform-testing";
import { freshPulumiHome } from "../../pulumiHome";
import { startCoreDriver } from "../../scenarios/coreDriver";
import type { DriverError, Properties, ProviderDriver } from "../../scenarios/driver";
import { expectDeclared } from "../../scenarios/expectDeclared";
import { costlyCases, type KindCase, kindCases } from "../../kinds";
import { startPluginDriver } from "../../scenarios/pluginDriver";
import { failure } from "../../scenarios/scenario";
import { type SharedTime, shareTime } from "../sharedTime";

const adapters = { dynamic: startCoreDriver, plugin: startPluginDriver };
const latencyMs = 5_000;
const hourMs = 3_600_000;

const policy = kindCases.find(({ kind }) => kind === "BillingPolicy")!.inputs;
const assignment = kindCases.find(({ kind }) => kind === "RoleAssignment")!.inputs;

/** The same kind of object under another natural key. */
const another: Readonly<Record<string, (index: number) => Properties>> = {
  RoleAssignment: (index) => ({
    principalObjectId: `aaaaaaaa-0000-4000-8000-${String(index).padStart(12, "0")}`,
  }),
  EnvironmentGroup: (index) => ({ displayName: `Group ${index}` }),
  BillingPolicy: (index) => ({ name: `policy-${index}` }),
  IsvContract: (index) => ({ name: `contosocontract${index}` }),
};

const many = ({ kind, inputs }: KindCase, count: number): Properties[] =>
  Array.from({ length: count }, (_, index) => ({ ...inputs, ...another[kind]!(index) }));

describe("a tenant that takes five seconds for every answer", () => {
  let time: SharedTime;
  let emulator: Emulator;
  /** Requests in flight at the most. */
  let most: number;

  before(async () => {
    time = shareTime();
    const { tenantClock } = time;
    emulator = await Emulator.start({
      isv: true,
      latencyMs,
      clock: {
        now: () => tenantClock.now(),
        sleep: async (ms) => {
          most = Math.max(most, time.asleep() + 1);
          await tenantClock.sleep(ms);
        },
      },
    });
  });
  after(async () => {
    time.end();
    await emulator.close();
  });
  beforeEach(() => {
    emulator.reset();
    most = 0;
  });
  afterEach(() => {
    expect(emulator.contractViolations).to.deep.equal([]);
    expect(most).to.be.at.most(8);
  });

  for (const [name, start] of Object.entries(adapters)) {
    describe(`through the ${name} provider`, () => {
      /** What a task of a new run gave, how long it took, and what was asked. */
      const run = async <T>(task: (provider: ProviderDriver) => Promise<T>) => {
        emulator.clearRequests();
        const provider = await start({
          env: { ...emulator.env(), PULUMI_HOME: freshPulumiHome() },
          clock: time.clock,
        });
        const started = time.passedMs();
        try {
          const answer = await time.until(task(provider));
          const methods = emulator.requests.map(({ method }) => method);
          return { answer, tookMs: time.passedMs() - started, methods };
        } finally {
          await provider.close();
        }
      };

      for (const { kind, inputs, live, change } of costlyCases) {
        it(`${kind}: lives as ever, and takes as long as its requests`, async () => {
          const tookAsLongAs = ({ tookMs, methods }: { tookMs: number; methods: string[] }, asked: string[]) => {
            expect(methods).to.deep.equal(asked);
            expect(tookMs).to.equal(asked.length * latencyMs);
          };

          const created = await run((provider) => provider.create(kind, inputs));
          tookAsLongAs(created, ["GET", "POST"]);
          const { id, outputs } = created.answer;
          const read = await run((provider) => provider.read(kind, id, outputs));
          tookAsLongAs(read, ["GET"]);
          expect(read.answer.id).to.equal(id);
          const diff = await run((provider) => provider.diff(kind, id, outputs, inputs));
          tookAsLongAs(diff, ["GET"]);
          expect(diff.answer).to.include({ changes: false });
          if (change !== undefined) {
            const news = { ...inputs, ...change.inputs };
            const updated = await run((provider) => provider.update(kind, id, outputs, news));
            tookAsLongAs(updated, ["GET", "PUT"]);
            expectDeclared(updated.answer, news);
          }
          tookAsLongAs(await run((provider) => provider.delete(kind, id, outputs)), ["DELETE"]);
          expect(live(emulator)).to.deep.equal([]);
        });

        it(`${kind}: twenty are made at once with one listing, and none after`, async () => {
          const wanted = many({ kind, inputs } as KindCase, 20);

          const { tookMs, methods } = await run((provider) =>
            Promise.all(wanted.map((each) => provider.create(kind, each))),
          );

          expect(live(emulator)).to.have.lengthOf(20);
          expect(methods.filter((method) => method === "POST")).to.have.lengthOf(20);
          expect(methods.filter((method) => method === "GET")).to.have.lengthOf(1);
          // 20 of 8 at a time are three rounds.
          expect(tookMs).to.equal((1 + 3) * latencyMs);
        });
      }

      it("makes two hundred at once: waiting for a turn is not waiting for an answer", async () => {
        const group = kindCases.find(({ kind }) => kind === "EnvironmentGroup")!;

        const { tookMs, methods } = await run((provider) =>
          Promise.all(many(group, 200).map((inputs) => provider.create(group.kind, inputs))),
        );

        expect(group.live(emulator)).to.have.lengthOf(200);
        expect(methods.filter((method) => method === "POST")).to.have.lengthOf(200);
        expect(tookMs).to.be.greaterThan(100_000);
        const listings = methods.length - 200;
        expect(listings).to.be.at.most(2 + tookMs / (3 * latencyMs));
        expect(tookMs).to.be.at.most((Math.ceil(methods.length / 8) + 2) * latencyMs);
      });

      it("lets nobody overtake: who asks among many is answered after those before, not after all of their requests", async () => {
        const group = kindCases.find(({ kind }) => kind === "EnvironmentGroup")!;
        const made = await run((provider) =>
          Promise.all(many(group, 60).map((inputs) => provider.create(group.kind, inputs))),
        );
        const [one] = made.answer;

        const { answer } = await run(async (provider) => {
          const started = time.passedMs();
          const updates = made.answer.map(async ({ id, outputs }, index) => {
            const news = { ...many(group, 60)[index], description: "changed" };
            await provider.update(group.kind, id, outputs, news);
            return time.passedMs() - started;
          });
          await provider.read(group.kind, one!.id, one!.outputs);
          return { readMs: time.passedMs() - started, updatedMs: await Promise.all(updates) };
        });

        const { readMs, updatedMs } = answer;
        expect(readMs).to.be.at.most(Math.ceil(61 / 8) * latencyMs);
        expect(updatedMs).to.deep.equal([...updatedMs].sort((a, b) => a - b));
        expect(updatedMs.at(-1)).to.be.at.most((Math.ceil(121 / 8) + 1) * latencyMs);
      });

      it("waits for provisioning as long as `timeouts` say, and for the answer under way", async () => {
        emulator.configure({ provisioning: { billingPolicyCreate: "untilTold" } });

        const { answer, tookMs } = await run((provider) =>
          failure<DriverError>(provider.create("BillingPolicy", { ...policy, timeouts: { create: "60s" } })),
        );

        expect(answer.message).to.match(/still settling after (60|61|62|63|64|65) s|still settling after 1 min/);
        expect(answer.initFailure).to.include({ id: emulator.tenant.billingPolicies.list()[0]!.id });
        expect(tookMs - 3 * latencyMs).to.be.within(60_000, 60_000 + latencyMs);
      });

      it("waits for a change as long as `timeouts` say, and for the answer under way", async () => {
        const made = await run((provider) => provider.create("BillingPolicy", policy));
        const { id, outputs } = made.answer;
        emulator.configure({ provisioning: { billingPolicyUpdate: "untilTold" } });

        const { answer, tookMs } = await run((provider) =>
          failure(
            provider.update("BillingPolicy", id, outputs, {
              ...policy,
              status: "Disabled",
              timeouts: { update: "60s" },
            }),
          ),
        );

        expect(answer.message).to.include("still settling after");
        expect(tookMs - 2 * latencyMs).to.be.within(60_000, 60_000 + latencyMs);
      });

      it("waits for a principal as long as `timeouts` say, and for the answer under way", async () => {
        emulator.configure({ knownPrincipals: [] });

        const { answer, tookMs } = await run((provider) =>
          failure<DriverError>(provider.create("RoleAssignment", { ...assignment, timeouts: { create: "60s" } })),
        );

        expect(answer.message).to.include("PrincipalDoesNotExist");
        expect(answer.initFailure).to.equal(undefined);
        expect(tookMs - latencyMs).to.be.within(60_000, 60_000 + 2 * latencyMs);
      });

      it("waits a minute for an assignment that no list shows, and for the answer under way", async () => {
        emulator.configure({ propagation: { assignments: { ms: hourMs } } });
        const { answer: made, tookMs: makingMs } = await run((provider) =>
          provider.create("RoleAssignment", assignment),
        );

        const { answer, tookMs } = await run((provider) =>
          provider.diff("RoleAssignment", made.id, made.outputs, assignment),
        );

        expect(makingMs).to.equal(2 * latencyMs);
        expect(answer.replaces).to.deep.equal(["id"]);
        expect(tookMs).to.be.within(60_000 - latencyMs, 60_000 + 2 * latencyMs);
      });

      it("finds an assignment that a list shows at the end of its minute", async () => {
        emulator.configure({ propagation: { assignments: { ms: 58_000 } } });
        const { answer: made } = await run((provider) => provider.create("RoleAssignment", assignment));

        const { answer } = await run((provider) => provider.diff("RoleAssignment", made.id, made.outputs, assignment));

        expect(answer).to.deep.include({ changes: false, replaces: [] });
      });

      it("ends well where an answer takes nearly as long as an attempt may", async () => {
        emulator.configure({ latencyMs: 99_000 });

        for (const { kind, inputs } of costlyCases) {
          const { methods } = await run((provider) => provider.create(kind, inputs));
          expect(methods).to.deep.equal(["GET", "POST"]);
        }
      });
    });
  }

  describe("tells beside the resource, through the plugin,", () => {
    /** What is shown for a moment while a task runs. */
    const shownDuring = async (task: (provider: ProviderDriver) => Promise<unknown>): Promise<string[]> => {
      const provider = await startPluginDriver({ env: emulator.env(), clock: time.clock });
      try {
        await time.until(task(provider));
        return provider.engine.said.filter(({ isEphemeral }) => isEphemeral).map(({ message }) => message);
      } finally {
        await provider.close();
      }
    };

    it("what it waits for, at each look", async () => {
      emulator.configure({ provisioning: { billingPolicyCreate: 5 } });

      const shown = await shownDuring((provider) => provider.create("BillingPolicy", policy));

      expect(shown).to.deep.equal(
        ["5 s", "11 s", "18 s", "27 s", "40 s"].map((passed) => `waiting: status "Provisioning", ${passed}`),
      );
    });

    it("how far it is in a list of many pages", async () => {
      emulator.configure({ pageSize: 7 });
      for (let index = 0; index < 50; index++) emulator.tenant.environmentGroups.add({ displayName: `Group ${index}` });

      const shown = await shownDuring((provider) =>
        provider.read("EnvironmentGroup", emulator.tenant.environmentGroups.list()[0]!.id, {}),
      );

      const path = "/environmentmanagement/environmentGroups";
      expect(shown).to.deep.equal([2, 4, 6].map((pages) => `reading ${path}: ${pages} pages so far, ${pages * 5} s`));
    });

    it("nothing of what is done within ten seconds", async () => {
      const shown = await shownDuring((provider) => provider.create("EnvironmentGroup", { displayName: "Sales" }));

      expect(shown).to.deep.equal([]);
    });
  });
});
