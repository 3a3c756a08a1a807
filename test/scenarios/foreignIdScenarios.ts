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
];
