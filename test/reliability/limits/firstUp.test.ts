import { expect } from "chai";

import { Emulator } from "../../../testing/emulator";
import { kindCases } from "../../kinds";
import { InProcessStack } from "../../model/inProcess/inProcessStack";
import { type Declarations, registrationsOf } from "../../model/program";
import type { Adapter } from "../../model/story";
import type { Properties } from "../../../testing/engine/properties/value";

/** Role assignments are what programs have many of. */
const countOf = (kind: string): number => (kind === "RoleAssignment" ? 200 : 30);

const many = ({ kind, inputs, distinct }: (typeof kindCases)[number], count: number): Declarations =>
  Array.from({ length: count }, (_, index) => ({
    name: `r${index}`,
    kind,
    inputs: { ...inputs, ...distinct(index) } as Properties,
    dependsOn: [],
    formerNames: [],
    secrets: [],
  }));

describe("the first up of many of a kind", function () {
  this.timeout(120_000);
  let emulator: Emulator;

  before(async () => {
    emulator = await Emulator.start({ isv: true });
  });
  after(() => emulator.close());
  beforeEach(() => {
    emulator.reset();
  });

  const stackOf = (): InProcessStack => {
    const { POWER_PLATFORM_ENDPOINT: endpoint, POWER_PLATFORM_TENANT_ID: tenantId } = emulator.env();
    return new InProcessStack({
      config: { "power-platform:endpoint": endpoint ?? "", "power-platform:tenantId": tenantId ?? "" },
      secrets: { "power-platform:accessToken": emulator.env().POWER_PLATFORM_ACCESS_TOKEN ?? "" },
      parallel: 16,
    });
  };

  for (const adapter of ["dynamic", "plugin"] satisfies Adapter[]) {
    it(`${adapter}: ten times as many role assignments read at most twelve times as many bytes`, async () => {
      const assignments = kindCases.find(({ kind }) => kind === "RoleAssignment")!;
      const bytesOf = async (count: number): Promise<number> => {
        emulator.reset();
        const { text } = await stackOf().run("up", registrationsOf(many(assignments, count), adapter));
        expect(text).to.equal("");
        expect(assignments.live(emulator)).to.have.lengthOf(count);
        return emulator.requests.reduce((sum, { bytes = 0 }) => sum + bytes, 0);
      };

      const few = await bytesOf(50);
      const lots = await bytesOf(500);

      expect(few).to.be.above(0);
      expect(lots).to.be.at.most(12 * few);
    });

    // A list of one at most belongs to a parent of its own.
    for (const kindCase of kindCases.filter(({ isOnly }) => isOnly !== true)) {
      const { kind, live, createOperation, listOperation, asksForEach = {}, isAnsweredWithoutId } = kindCase;
      const { create = [], compare = [] } = asksForEach;
      const count = countOf(kind);

      it(`${adapter}, ${kind}: is ${count} POST and one listing, beside what each is asked itself; an unchanged one is one listing`, async () => {
        const stack = stackOf();
        const declared = many(kindCase, count);
        const asked = (): (string | undefined)[] => emulator.requests.map(({ operationId }) => operationId);

        const first = await stack.run("up", registrationsOf(declared, adapter));
        const requests = asked();
        emulator.clearRequests();
        const second = await stack.run("up", registrationsOf(declared, adapter));

        expect([first.text, second.text]).to.deep.equal(["", ""]);
        expect(live(emulator)).to.have.lengthOf(count);
        const forEach = (operations: readonly string[]) => declared.flatMap(() => operations);
        const listings = requests.filter((each) => each === listOperation).length;
        expect(listings).to.be.within(1, isAnsweredWithoutId === true ? count / 2 : 1);
        expect(requests.filter((each) => each !== listOperation)).to.have.members(
          forEach([createOperation, ...create]),
        );
        expect(asked()).to.have.members([listOperation, ...forEach(compare)]);
      });
    }
  }
});
