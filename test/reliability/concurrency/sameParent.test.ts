import { expect } from "chai";

import { seeded } from "../../../testing";
import type { RoleAssignment } from "../../../testing/emulator/tenant/types";
import { freshPulumiHome } from "../../pulumiHome";
import { startCoreDriver } from "../../scenarios/coreDriver";
import type { Properties } from "../../scenarios/driver";
import { startPluginDriver } from "../../scenarios/pluginDriver";
import { failureOf } from "../matrix/failureOf";
import { refreshes } from "../matrix/providerProcess";
import { type SharedTime, shareTime } from "../sharedTime";
import { type BusyTenant, startBusyTenant } from "./busyTenant";
import { type Program, StackOfMany } from "./stackOfMany";

const adapters = { dynamic: startCoreDriver, plugin: startPluginDriver };
const adapterNames = ["dynamic", "plugin"] as const;
const count = 30;

const roles: Readonly<Record<string, string>> = {
  reader: "c886ad2e-27f7-4874-8381-5849b8d8a090",
  contributor: "ff954d61-a89a-4fbe-ace9-01c367b89f87",
};
const principal = (index: number): string => `aaaaaaaa-0000-4000-8000-${String(index).padStart(12, "0")}`;
const stranger = (index: number): string => `bbbbbbbb-0000-4000-8000-${String(index).padStart(12, "0")}`;

const scopes = {
  "an environment group": `/environmentGroups/${seeded.groupId}`,
  "an environment": `/environments/${seeded.managedEnvironmentId}`,
};

/** So many role assignments at a scope, from `first` on. */
const assignments = (scope: string, role: string, length = count, first = 0): Program =>
  Object.fromEntries(
    Array.from({ length }, (_, index) => [
      `assignment-${first + index}`,
      {
        principalObjectId: principal(first + index),
        principalType: "Group",
        roleDefinitionId: role,
        scope,
      },
    ]),
  );

describe("many role assignments at one scope, with pages of seven and lists that lag behind", () => {
  let time: SharedTime;
  let busy: BusyTenant;

  before(async () => {
    time = shareTime();
    busy = await startBusyTenant({ clock: time.tenantClock, latencyMs: 20 });
  });
  after(async () => {
    time.end();
    await busy.emulator.close();
  });
  beforeEach(() => {
    busy.meanwhile = () => undefined;
    busy.emulator.reset();
    busy.emulator.configure({ pageSize: 7, propagation: { assignments: { ms: 2_500 } } });
  });
  afterEach(() => {
    expect(busy.emulator.contractViolations).to.deep.equal([]);
  });

  const add = (scope: string, index: number): RoleAssignment =>
    busy.emulator.tenant.roleAssignments.add({
      principalObjectId: stranger(index),
      principalType: "User",
      roleDefinitionId: roles.reader!,
      scope: `/tenants/${busy.emulator.tenantId}${scope.replace("/environmentGroups/", "/environmentgroups/")}`,
    });

  const isOurs = ({ principalObjectId }: RoleAssignment): boolean => principalObjectId.startsWith("aaaaaaaa");
  const ours = (): string[] =>
    busy.emulator.tenant.roleAssignments
      .list(isOurs)
      .map(({ principalObjectId, roleDefinitionId }) => `${principalObjectId} ${roleDefinitionId}`)
      .sort();
  const others = (): RoleAssignment[] => busy.emulator.tenant.roleAssignments.list((each) => !isOurs(each));
  const declaredIn = (...programs: readonly Program[]): string[] =>
    programs
      .flatMap((program) => Object.values(program))
      .map((inputs) => `${String(inputs.principalObjectId)} ${roles[String(inputs.roleDefinitionId)]!}`)
      .sort();

  /** How often a list was read from its first page on. */
  const readings = (): number =>
    busy.emulator.requests.filter(({ method, query }) => method === "GET" && !("$skiptoken" in query)).length;

  for (const adapter of adapterNames) {
    const run = (stack = "dev") =>
      adapters[adapter]({
        env: { ...busy.emulator.env(), PULUMI_HOME: freshPulumiHome() },
        clock: time.clock,
        stack,
      });
    const newStack = (): StackOfMany => new StackOfMany("RoleAssignment", refreshes(adapter));

    /** An `up`, as a run of its own; how often it has read the list. */
    const up = async (stack: StackOfMany, program: Program): Promise<number> => {
      busy.emulator.clearRequests();
      const provider = await run();
      try {
        await time.until(stack.up(provider, program));
      } finally {
        await provider.close();
      }
      return readings();
    };

    const preview = async (stack: StackOfMany, program: Program): Promise<string[]> => {
      const provider = await run();
      const changed = await time.until(stack.preview(provider, program));
      await provider.close();
      return changed;
    };

    for (const [where, scope] of Object.entries(scopes)) {
      it(`${adapter}: are made, replaced and deleted at ${where} all at once`, async () => {
        const strangers = Array.from({ length: 10 }, (_, index) => add(scope, index));
        const stack = newStack();
        const first = assignments(scope, "reader");
        const second = {
          ...assignments(scope, "contributor", 15),
          ...assignments(scope, "reader", 15, 20),
        };

        for (const program of [first, second, {}]) {
          const listed = await up(stack, program);

          expect(ours()).to.deep.equal(declaredIn(program));
          expect(others()).to.deep.equal(strangers);
          expect(stack.recorded).to.have.lengthOf(Object.keys(program).length);
          expect(await preview(stack, program)).to.deep.equal([]);
          expect(listed).to.be.at.most(12);
        }
      });
    }

    it(`${adapter}: are made, replaced and deleted while others come and go, at the latest when they stop`, async () => {
      const scope = scopes["an environment group"];
      const left = Array.from({ length: 10 }, (_, index) => add(scope, index));
      const stack = newStack();
      let requests = 0;
      const comeAndGo = (): void => {
        requests += 1;
        if (requests % 5 === 0) left.push(add(scope, requests));
        if (requests % 13 === 0) busy.emulator.tenant.roleAssignments.remove(left.shift()!.roleAssignmentId);
      };

      for (const program of [assignments(scope, "reader"), assignments(scope, "contributor", 20, 5), {}]) {
        busy.meanwhile = comeAndGo;
        const error = await failureOf(up(stack, program));
        busy.meanwhile = () => undefined;
        if (error !== undefined) {
          expect(error.message).to.include("objects are being deleted meanwhile");
          await up(stack, program);
        }

        expect(ours()).to.deep.equal(declaredIn(program));
        expect(others()).to.deep.equal(left);
        expect(await preview(stack, program)).to.deep.equal([]);
      }
    });

    it(`${adapter}: belong to two stacks that make, replace and delete theirs at the same time`, async () => {
      const scope = scopes["an environment group"];
      const strangers = Array.from({ length: 10 }, (_, index) => add(scope, index));
      const stacks = [newStack(), newStack()] as const;
      const programs: readonly (readonly [Program, Program])[] = [
        [assignments(scope, "reader", 20), assignments(scope, "reader", 20, 100)],
        [assignments(scope, "contributor", 15, 10), assignments(scope, "contributor", 15, 95)],
        [{}, assignments(scope, "reader", 20, 100)],
      ];

      for (const both of programs) {
        busy.emulator.clearRequests();
        const providers = [await run("first"), await run("second")] as const;
        await time.until(
          Promise.all(stacks.map((stack, index) => stack.up(providers[index]!, both[index]!))),
        );
        await Promise.all(providers.map((provider) => provider.close()));

        expect(ours()).to.deep.equal(declaredIn(...both));
        expect(others()).to.deep.equal(strangers);
        for (const [index, stack] of stacks.entries())
          expect(await preview(stack, both[index]!)).to.deep.equal([]);
      }
    });
  }
});

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
  let time: SharedTime;
  let busy: BusyTenant;

  before(async () => {
    time = shareTime();
    busy = await startBusyTenant({ clock: time.tenantClock, latencyMs: 20 });
  });
  after(async () => {
    time.end();
    await busy.emulator.close();
  });
  beforeEach(() => {
    busy.emulator.reset();
    busy.emulator.configure({
      pageSize: 7,
      provisioning: { billingPolicyCreate: 1, billingPolicyUpdate: 1 },
    });
  });
  afterEach(() => {
    expect(busy.emulator.contractViolations).to.deep.equal([]);
  });

  for (const adapter of adapterNames) {
    for (const { kind, inputs, nameOf, list } of named) {
      const program = (names: Readonly<Record<string, string>>): Program =>
        Object.fromEntries(Object.entries(names).map(([resource, name]) => [resource, inputs(name)]));
      const numbered = (length: number): Record<string, string> =>
        Object.fromEntries(Array.from({ length }, (_, index) => [`r${index}`, `name${index}xxxxx`]));

      const up = async (stack: StackOfMany, declared: Program): Promise<void> => {
        busy.emulator.clearRequests();
        const provider = await adapters[adapter]({
          env: { ...busy.emulator.env(), PULUMI_HOME: freshPulumiHome() },
          clock: time.clock,
        });
        try {
          await time.until(stack.up(provider, declared));
        } finally {
          await provider.close();
        }
      };

      /** Tenant and state agree: each object has one resource, and the name that the program gives it. */
      const expectExactly = (stack: StackOfMany, declared: Program): void => {
        const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
        const recorded = stack.recorded.map(({ id, outputs }) => ({ id, name: nameOf(outputs) }));
        expect([...list(busy)].sort(byId)).to.deep.equal(recorded.sort(byId));
        expect(recorded.map(({ name }) => name)).to.have.members(Object.values(declared).map(nameOf));
      };

      it(`${adapter}, ${kind}: swap names, hand them on in a ring, and take new ones`, async () => {
        const stack = new StackOfMany(kind, refreshes(adapter));
        const before = numbered(20);
        await up(stack, program(before));
        const ids = new Map(list(busy).map(({ id, name }) => [name, id]));
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
          expect(list(busy).find((each) => each.name === name)?.id).to.equal(ids.get(before[resource]!));
        expect(busy.emulator.writes.map(({ method }) => method)).to.deep.equal(Array(20).fill("PUT"));
        const pages = Math.ceil(21 / 7);
        const lists = busy.emulator.requests.filter(({ operationId = "" }) => operationId.startsWith("list"));
        expect(lists).to.have.lengthOf.at.most(2 * pages);
      });

      for (const adopt of [false, true]) {
        const how = adopt ? "adopts what it finds" : "adopts nothing";
        it(`${adapter}, ${kind}: free a name that a new one takes, which ${how}`, async () => {
          const stack = new StackOfMany(kind, refreshes(adapter));
          const before = numbered(4);
          await up(stack, program(before));
          const ids = list(busy).map(({ id }) => id);
          const declared = {
            // The new one comes first.
            taker: { ...inputs(before.r0!), adopt },
            ...program({ ...before, r0: "name0renamed" }),
          };

          await up(stack, declared);

          expectExactly(stack, declared);
          expect(list(busy).map(({ id }) => id))
            .to.include.members(ids)
            .and.have.lengthOf(5);
        });
      }
    }
  }
});
