import { expect } from "chai";

import { Emulator } from "../../../testing/emulator";
import { kindCases } from "../../kinds";
import { InProcessStack } from "../../model/inProcess/inProcessStack";
import { registrationsOf } from "../../model/program";
import type { Adapter } from "../../model/story";
import type { Properties } from "../../../testing/engine/properties/value";

/** Role assignments are what programs have many of. */
const countOf = (kind: string): number => (kind === "RoleAssignment" ? 200 : 30);

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

  for (const adapter of ["dynamic", "plugin"] satisfies Adapter[]) {
    for (const { kind, inputs, distinct, live, createOperation, listOperation } of kindCases) {
      const count = countOf(kind);

      it(`${adapter}, ${kind}: is ${count} POST and one listing, none after the creates; an unchanged one is one listing`, async () => {
        const { POWER_PLATFORM_ENDPOINT: endpoint, POWER_PLATFORM_TENANT_ID: tenantId } = emulator.env();
        const stack = new InProcessStack({
          config: { "power-platform:endpoint": endpoint ?? "", "power-platform:tenantId": tenantId ?? "" },
          secrets: { "power-platform:accessToken": emulator.env().POWER_PLATFORM_ACCESS_TOKEN ?? "" },
          parallel: 16,
        });
        const declared = Array.from({ length: count }, (_, index) => ({
          name: `r${index}`,
          kind,
          inputs: { ...inputs, ...distinct(index) } as Properties,
          dependsOn: [],
          formerNames: [],
          secrets: [],
        }));
        const asked = (): (string | undefined)[] => emulator.requests.map(({ operationId }) => operationId);

        const first = await stack.run("up", registrationsOf(declared, adapter));
        const requests = asked();
        emulator.clearRequests();
        const second = await stack.run("up", registrationsOf(declared, adapter));

        expect([first.text, second.text]).to.deep.equal(["", ""]);
        expect(live(emulator)).to.have.lengthOf(count);
        expect(requests.filter((each) => each === createOperation)).to.have.lengthOf(count);
        expect(requests.filter((each) => each === listOperation)).to.have.lengthOf(1);
        expect(requests).to.have.lengthOf(count + 1);
        expect(asked()).to.deep.equal([listOperation]);
      });
    }
  }
});
