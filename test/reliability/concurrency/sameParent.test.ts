import { expect } from "chai";

import { seeded } from "pulumi-power-platform-testing";
import type { RoleAssignment } from "../../../testing/emulator/tenant/types";
import { freshPulumiHome } from "../../pulumiHome";
import { startCoreDriver } from "../../scenarios/coreDriver";
import { startPluginDriver } from "../../scenarios/pluginDriver";
import { failureOf } from "../matrix/failureOf";
import { refreshes } from "../matrix/providerProcess";
import { type Program, StackOfMany } from "./stackOfMany";
import { timedTenant } from "./timedTenant";

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
  const tenant = timedTenant({ pageSize: 7, propagation: { assignments: { ms: 2_500 } } });

  const add = (scope: string, index: number): RoleAssignment =>
    tenant.busy.emulator.tenant.roleAssignments.add({
      principalObjectId: stranger(index),
      principalType: "User",
      roleDefinitionId: roles.reader!,
      scope: `/tenants/${tenant.busy.emulator.tenantId}${scope.replace("/environmentGroups/", "/environmentgroups/")}`,
    });

  const isOurs = ({ principalObjectId }: RoleAssignment): boolean => principalObjectId.startsWith("aaaaaaaa");
  const ours = (): string[] =>
    tenant.busy.emulator.tenant.roleAssignments
      .list(isOurs)
      .map(({ principalObjectId, roleDefinitionId }) => `${principalObjectId} ${roleDefinitionId}`)
      .sort();
  const others = (): RoleAssignment[] => tenant.busy.emulator.tenant.roleAssignments.list((each) => !isOurs(each));
  const declaredIn = (...programs: readonly Program[]): string[] =>
    programs
      .flatMap((program) => Object.values(program))
      .map((inputs) => `${String(inputs.principalObjectId)} ${roles[String(inputs.roleDefinitionId)]!}`)
      .sort();

  /** How often a list was read from its first page on. */
  const readings = (): number =>
    tenant.busy.emulator.requests.filter(({ method, query }) => method === "GET" && !("$skiptoken" in query)).length;

  for (const adapter of adapterNames) {
    const run = (stack = "dev") =>
      adapters[adapter]({
        env: { ...tenant.busy.emulator.env(), PULUMI_HOME: freshPulumiHome() },
        clock: tenant.time.clock,
        stack,
      });
    const newStack = (): StackOfMany => new StackOfMany("RoleAssignment", refreshes(adapter));

    /** An `up`, as a run of its own; how often it has read the list. */
    const up = async (stack: StackOfMany, program: Program): Promise<number> => {
      tenant.busy.emulator.clearRequests();
      const provider = await run();
      try {
        await tenant.time.until(stack.up(provider, program));
      } finally {
        await provider.close();
      }
      return readings();
    };

    const preview = async (stack: StackOfMany, program: Program): Promise<string[]> => {
      const provider = await run();
      const changed = await tenant.time.until(stack.preview(provider, program));
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
        if (requests % 13 === 0) tenant.busy.emulator.tenant.roleAssignments.remove(left.shift()!.roleAssignmentId);
      };

      for (const program of [assignments(scope, "reader"), assignments(scope, "contributor", 20, 5), {}]) {
        tenant.busy.meanwhile = comeAndGo;
        const error = await failureOf(up(stack, program));
        tenant.busy.meanwhile = () => undefined;
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
        tenant.busy.emulator.clearRequests();
        const providers = [await run("first"), await run("second")] as const;
        await tenant.time.until(Promise.all(stacks.map((stack, index) => stack.up(providers[index]!, both[index]!))));
        await Promise.all(providers.map((provider) => provider.close()));

        expect(ours()).to.deep.equal(declaredIn(...both));
        expect(others()).to.deep.equal(strangers);
        for (const [index, stack] of stacks.entries()) expect(await preview(stack, both[index]!)).to.deep.equal([]);
      }
    });
  }
});
