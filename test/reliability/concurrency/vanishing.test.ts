import { expect } from "chai";

import { freshPulumiHome } from "../../pulumiHome";
import { startCoreDriver } from "../../scenarios/coreDriver";
import type { Properties } from "../../scenarios/driver";
import { expectDeclared } from "../../scenarios/expectDeclared";
import { type KindCase, kindCases } from "../../kinds";
import { startPluginDriver } from "../../scenarios/pluginDriver";
import { failureOf } from "../matrix/failureOf";
import { refreshes } from "../matrix/providerProcess";
import { StackOfOne } from "../matrix/stackOfOne";
import { type BusyTenant, startBusyTenant } from "./busyTenant";

const adapters = { dynamic: startCoreDriver, plugin: startPluginDriver };

/** What a run does to an object that somebody else deletes in the middle of it. */
interface Doing {
  readonly name: string;
  /** What the program declared before, if anything. */
  readonly before?: Properties;
  /** What it declares now, if anything. */
  readonly program?: Properties;
  /** The object is there, and no state knows it. */
  readonly isPlanted?: true;
  readonly isPreview?: true;
}

function doingsOf({ inputs, change, replacing }: KindCase): Doing[] {
  const [replacement] = Object.values(replacing);
  return [
    { name: "made", program: inputs },
    { name: "adopted", program: { ...inputs, adopt: true }, isPlanted: true },
    { name: "refused", program: inputs, isPlanted: true },
    { name: "compared", before: inputs, program: inputs, isPreview: true },
    { name: "left as it is", before: inputs, program: inputs },
    ...(change === undefined ? [] : [{ name: "changed", before: inputs, program: { ...inputs, ...change.inputs } }]),
    ...(replacement === undefined
      ? []
      : [{ name: "replaced", before: inputs, program: { ...inputs, ...replacement } }]),
    { name: "deleted", before: inputs },
  ];
}

describe("somebody else, at any request of a run", () => {
  let busy: BusyTenant;

  before(async () => (busy = await startBusyTenant()));
  after(() => busy.emulator.close());
  beforeEach(() => {
    startAnew();
  });
  afterEach(() => {
    expect(busy.emulator.contractViolations).to.deep.equal([]);
  });

  const startAnew = (): void => {
    busy.meanwhile = () => undefined;
    busy.emulator.reset();
    busy.emulator.configure({
      provisioning: { billingPolicyCreate: 1, billingPolicyUpdate: 1 },
      propagation: { assignments: { attempts: 1 } },
    });
  };

  /** Acts once when so many requests have come in, and answers at which it did. */
  const atRequest = (number: number, act: () => void): (() => string | undefined) => {
    let requests = 0;
    let at: string | undefined;
    busy.meanwhile = ({ operationId }) => {
      requests += 1;
      if (requests !== number) return;
      at = `request ${number}, ${operationId ?? ""}`;
      act();
    };
    return () => at;
  };

  for (const [adapter, start] of Object.entries(adapters)) {
    // Of what can be there once the service refuses a second one itself; the scenarios play that.
    for (const kindCase of kindCases.filter(({ isUnique }) => isUnique !== true)) {
      const { kind, inputs, live, plant, remove } = kindCase;

      /** One machine, and one stack of it. */
      const machine = () => {
        const home = freshPulumiHome();
        const stack = new StackOfOne(kind, refreshes(adapter as keyof typeof adapters));
        const run = async <T>(task: (provider: Awaited<ReturnType<typeof start>>) => Promise<T>): Promise<T> => {
          const provider = await start({ env: { ...busy.emulator.env(), PULUMI_HOME: home } });
          try {
            return await task(provider);
          } finally {
            await provider.close();
          }
        };
        const up = (program: Properties | undefined): Promise<void> => run((provider) => stack.up(provider, program));
        return { stack, run, up };
      };

      /** There is exactly what is declared, in tenant and state, and another `up` writes nothing. */
      const expectSettled = async (
        { stack, up }: ReturnType<typeof machine>,
        program: Properties | undefined,
        when: string,
      ): Promise<void> => {
        const ids = live(busy.emulator).map(({ id }) => id);
        expect(ids, when).to.have.lengthOf(program === undefined ? 0 : 1);
        expect(stack.recorded?.id.split("/").at(-1), when).to.equal(ids[0]);
        expect(stack.condemned, when).to.deep.equal([]);
        if (program !== undefined) expectDeclared(stack.recorded!.outputs, program);
        busy.emulator.clearRequests();
        await up(program);
        expect(busy.emulator.writes, when).to.deep.equal([]);
      };

      for (const { name, before, program, isPlanted, isPreview } of doingsOf(kindCase)) {
        it(`${adapter}, ${kind}: deletes the one that is being ${name}, and the next up makes what is declared`, async () => {
          for (let number = 1; ; number++) {
            startAnew();
            const own = machine();
            if (before !== undefined) await own.up(before);
            if (isPlanted) plant(busy.emulator);
            const there = live(busy.emulator).map(({ id }) => id);
            const acted = atRequest(number, () => {
              const ids = before === undefined && !isPlanted ? live(busy.emulator).map(({ id }) => id) : there;
              for (const id of ids) remove(busy.emulator, id);
            });

            const error = isPreview
              ? await failureOf(own.run((provider) => own.stack.preview(provider, program!)))
              : await failureOf(own.up(program));
            busy.meanwhile = () => undefined;
            const when = acted();
            if (when === undefined) break;

            // The shared look, the look now, a change with its waits; nobody waits for long for what is gone.
            if (isPlanted) expect(busy.emulator.requests, when).to.have.lengthOf.at.most(7);
            if (error !== undefined) {
              expect(error.message, when).to.match(/Run `pulumi up` again|`adopt: true`/);
              // What can only be listed may be on its way for all that anybody knows.
              if (kind !== "RoleAssignment" && live(busy.emulator).length === 0)
                expect(error.message, when).to.not.include("It exists");
            }
            await failureOf(own.up(program)).then((again) => {
              expect(again?.message, when).to.equal(undefined);
            });
            await expectSettled(own, program, when);
          }
        });
      }

      it(`${adapter}, ${kind}: makes the same as the one that is being made, and theirs is never touched`, async () => {
        for (let number = 1; ; number++) {
          startAnew();
          const own = machine();
          let theirs = "";
          const acted = atRequest(number, () => {
            theirs = plant(busy.emulator);
          });
          const theirObject = () => live(busy.emulator).find(({ id }) => id === theirs);

          const error = await failureOf(own.up(inputs));
          busy.meanwhile = () => undefined;
          const when = acted();
          if (when === undefined) break;

          const made = theirObject();
          expect(made, when).to.not.equal(undefined);
          if (error === undefined) {
            // Nobody looks any more: there are two, and each belongs to whom has made it.
            expect(live(busy.emulator), when).to.have.lengthOf(2);
            busy.emulator.clearRequests();
            await own.up(inputs);
            expect(busy.emulator.writes, when).to.deep.equal([]);
          } else {
            expect(error.message, when).to.include(theirs).and.include("`adopt: true`");
            expect(own.stack.recorded, when).to.equal(undefined);
            expect(live(busy.emulator), when).to.have.lengthOf(1);
            const refused = await failureOf(own.up(inputs));
            expect(refused?.message, when).to.include(theirs).and.include("`adopt: true`");
            expect(theirObject(), when).to.deep.equal(made);
            await own.up({ ...inputs, adopt: true });
            await expectSettled(own, { ...inputs, adopt: true }, when);
          }
        }
      });

      it(`${adapter}, ${kind}: makes the same and takes it away again, and the next up makes ours once`, async () => {
        for (let number = 1; ; number++) {
          startAnew();
          const own = machine();
          let theirs: string | undefined;
          let requests = 0;
          busy.meanwhile = () => {
            requests += 1;
            if (requests === number) theirs = plant(busy.emulator);
            if (requests === number + 1) remove(busy.emulator, theirs!);
          };

          await failureOf(own.up(inputs));
          busy.meanwhile = () => undefined;
          if (theirs === undefined) break;
          remove(busy.emulator, theirs);

          await own.up(inputs);
          await expectSettled(own, inputs, `request ${number}`);
        }
      });
    }
  }
});
