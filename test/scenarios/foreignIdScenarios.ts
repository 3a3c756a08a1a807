import { expect } from "chai";

import { kindCases } from "../kinds";
import { failure, type Scenario } from "./scenario";

const [{ kind, inputs, live }] = kindCases.filter((each) => each.kind === "RoleAssignment") as [
  (typeof kindCases)[number],
];

/** Ids that a program or an import writes, and that say more than where the object is below its tenant. */
export const foreignIdScenarios: readonly Scenario[] = [
  {
    title: "RoleAssignment: an id with the tenant in it finds the same object",
    play: async ({ emulator, run }) => {
      const { id } = await (await run()).create(kind, inputs);

      const found = await (await run()).read(kind, `/Tenants/${emulator.tenantId}${id}`, {});

      expect(found.id).to.equal(id);
    },
  },
  {
    title: "RoleAssignment: an id with another tenant in it is refused, and nothing is read",
    play: async ({ emulator, run }) => {
      await (await run()).create(kind, inputs);
      const id = `/tenants/99999999-0000-4000-8000-000000000009/roleAssignments/${live(emulator)[0]!.id}`;
      emulator.clearRequests();

      const { message } = await failure((await run()).read(kind, id, {}));

      expect(message).to.include("is in tenant 99999999-0000-4000-8000-000000000009");
      expect(message).to.include(emulator.tenantId);
      expect(emulator.requests).to.deep.equal([]);
    },
  },
  {
    title:
      "RoleAssignment: a scope of another tenant is refused where only the token tells the tenant, and nothing is sent",
    play: async ({ emulator, run }) => {
      const env = { POWER_PLATFORM_TENANT_ID: "" };
      const { id, outputs } = await (await run({ env })).create(kind, inputs);
      emulator.clearRequests();
      for (const below of ["", "/environmentGroups/dddddddd-dddd-4ddd-8ddd-dddddddddddd", "/environments/e1"]) {
        const news = { ...inputs, scope: `/Tenants/99999999-0000-4000-8000-000000000009${below}` };
        const provider = await run({ env });

        const refusals = [
          await failure(provider.create(kind, news)),
          await failure(provider.diff(kind, id, outputs, news)),
          await failure(provider.update(kind, id, outputs, news)),
        ];

        for (const { message } of refusals) {
          expect(message)
            .to.include("is a scope of tenant 99999999-0000-4000-8000-000000000009")
            .and.include(emulator.tenantId);
        }
      }
      expect(emulator.writes).to.deep.equal([]);
    },
  },
];
