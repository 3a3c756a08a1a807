import { expect } from "chai";

import { seeded } from "pulumi-power-platform-testing";
import { freshPulumiHome } from "../../pulumiHome";
import { startCoreDriver } from "../../scenarios/coreDriver";
import type { Properties } from "../../scenarios/driver";
import { startPluginDriver } from "../../scenarios/pluginDriver";
import { refreshes } from "../matrix/providerProcess";
import type { BusyTenant } from "./busyTenant";
import { type Program, StackOfMany } from "./stackOfMany";
import { timedTenant } from "./timedTenant";

const adapters = { dynamic: startCoreDriver, plugin: startPluginDriver };
const adapterNames = ["dynamic", "plugin"] as const;

interface Named {
  readonly kind: "BillingPolicy" | "EnvironmentGroup";
  readonly inputs: (name: string) => Properties;
  readonly nameOf: (properties: Properties) => unknown;
  readonly list: (busy: BusyTenant) => readonly { readonly id: string; readonly name: string }[];
}

const named: readonly Named[] = [
  {
    kind: "BillingPolicy",
    inputs: (name) => ({
      name,
      location: "europe",
      status: "Enabled",
      billingInstrument: {
        subscriptionId: "11111111-1111-4111-8111-111111111111",
        resourceGroup: "rg-power",
      },
    }),
    nameOf: ({ name }) => name,
    list: ({ emulator }) => emulator.tenant.billingPolicies.list().map(({ id, name = "" }) => ({ id, name })),
  },
  {
    kind: "EnvironmentGroup",
    inputs: (displayName) => ({ displayName }),
    nameOf: ({ displayName }) => displayName,
    list: ({ emulator }) =>
      emulator.tenant.environmentGroups
        .list(({ id }) => id !== seeded.groupId)
        .map(({ id, displayName = "" }) => ({ id, name: displayName })),
  },
];

describe("many that are renamed at once", () => {
  const tenant = timedTenant({
    pageSize: 7,
    provisioning: { billingPolicyCreate: 1, billingPolicyUpdate: 1 },
  });

  for (const adapter of adapterNames) {
    for (const { kind, inputs, nameOf, list } of named) {
      const program = (names: Readonly<Record<string, string>>): Program =>
        Object.fromEntries(Object.entries(names).map(([resource, name]) => [resource, inputs(name)]));
      const numbered = (length: number): Record<string, string> =>
        Object.fromEntries(Array.from({ length }, (_, index) => [`r${index}`, `name${index}xxxxx`]));

      const up = async (stack: StackOfMany, declared: Program): Promise<void> => {
        tenant.busy.emulator.clearRequests();
        const provider = await adapters[adapter]({
          env: { ...tenant.busy.emulator.env(), PULUMI_HOME: freshPulumiHome() },
          clock: tenant.time.clock,
        });
        try {
          await tenant.time.until(stack.up(provider, declared));
        } finally {
          await provider.close();
        }
      };

      /** Tenant and state agree: each object has one resource, and the name that the program gives it. */
      const expectExactly = (stack: StackOfMany, declared: Program): void => {
        const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
        const recorded = stack.recorded.map(({ id, outputs }) => ({ id, name: nameOf(outputs) }));
        expect([...list(tenant.busy)].sort(byId)).to.deep.equal(recorded.sort(byId));
        expect(recorded.map(({ name }) => name)).to.have.members(Object.values(declared).map(nameOf));
      };

      it(`${adapter}, ${kind}: swap names, hand them on in a ring, and take new ones`, async () => {
        const stack = new StackOfMany(kind, refreshes(adapter));
        const before = numbered(20);
        await up(stack, program(before));
        const ids = new Map(list(tenant.busy).map(({ id, name }) => [name, id]));
        const after = {
          ...Object.fromEntries(Object.keys(before).map((resource) => [resource, `${before[resource]!}new`])),
          // A pair, and a ring of eight.
          r0: before.r1!,
          r1: before.r0!,
          ...Object.fromEntries(
            Array.from({ length: 8 }, (_, index) => [`r${index + 2}`, before[`r${((index + 1) % 8) + 2}`]!]),
          ),
        };

        await up(stack, program(after));

        expectExactly(stack, program(after));
        for (const [resource, name] of Object.entries(after))
          expect(list(tenant.busy).find((each) => each.name === name)?.id).to.equal(ids.get(before[resource]!));
        expect(tenant.busy.emulator.writes.map(({ method }) => method)).to.deep.equal(Array(20).fill("PUT"));
        const pages = Math.ceil(21 / 7);
        const lists = tenant.busy.emulator.requests.filter(({ operationId = "" }) => operationId.startsWith("list"));
        expect(lists).to.have.lengthOf.at.most(2 * pages);
      });

      for (const adopt of [false, true]) {
        const how = adopt ? "adopts what it finds" : "adopts nothing";
        it(`${adapter}, ${kind}: free a name that a new one takes, which ${how}`, async () => {
          const stack = new StackOfMany(kind, refreshes(adapter));
          const before = numbered(4);
          await up(stack, program(before));
          const ids = list(tenant.busy).map(({ id }) => id);
          const declared = {
            // The new one comes first.
            taker: { ...inputs(before.r0!), adopt },
            ...program({ ...before, r0: "name0renamed" }),
          };

          await up(stack, declared);

          expectExactly(stack, declared);
          expect(list(tenant.busy).map(({ id }) => id))
            .to.include.members(ids)
            .and.have.lengthOf(5);
        });
      }
    }
  }
});
