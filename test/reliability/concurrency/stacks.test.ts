import { expect } from "chai";

import { create } from "../../../provider/lifecycle/create";
import type { Finished } from "../../../provider/lifecycle/finish";
import { createRuntime } from "../../../provider/runtime/createRuntime";
import { definitionOf } from "../../../provider/resources";
import { Emulator } from "pulumi-power-platform-testing";
import { fakeClock } from "../../fakeClock";
import { freshPulumiHome } from "../../pulumiHome";
import { kindCases } from "../../kinds";
import { failure } from "../../scenarios/scenario";

describe("two stacks of one user in one tenant", () => {
  let emulator: Emulator;
  let home: string;

  before(async () => (emulator = await Emulator.start({ isv: true })));
  after(() => emulator.close());
  beforeEach(() => {
    emulator.reset();
    home = freshPulumiHome();
  });

  for (const { kind, inputs, live, createOperation, listOperation } of kindCases) {
    /** One run of a stack: makes the object, and ends. */
    const up = async (stack: string): Promise<Finished> => {
      const runtime = createRuntime(
        { get: () => undefined },
        {
          env: { ...emulator.env(), PULUMI_HOME: home },
          clock: fakeClock(Date.now()),
          warn: () => Promise.resolve(),
          stack: () => Promise.resolve(stack),
          log: () => undefined,
        },
      );
      try {
        return await create(definitionOf(kind), inputs, runtime.context);
      } finally {
        runtime.end();
      }
    };

    it(`${kind}: what an interrupted run of one has made is refused to the other, and known to the first`, async () => {
      emulator.fault({ kind: "reset", moment: "after", operationId: createOperation });
      emulator.fault({ kind: "status", status: 403, operationId: listOperation, nth: 2, times: "always" });
      await failure(up("project/first"));
      emulator.clearFaults();

      const refused = await failure(up("project/second"));
      const { id } = await up("project/first");

      const [only] = live(emulator);
      expect(refused.message).to.include(`exists already as ${id}`).and.include("`adopt: true`");
      expect(id).to.match(new RegExp(`${only!.id}$`));
      expect(live(emulator)).to.have.lengthOf(1);
    });

    it(`${kind}: what one has made is refused to the other, and nothing is written`, async () => {
      const { id } = await up("project/first");
      emulator.clearRequests();

      const refused = await failure(up("project/second"));

      expect(refused.message).to.include(`exists already as ${id}`);
      expect(emulator.writes).to.deep.equal([]);
    });
  }
});
