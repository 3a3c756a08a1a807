import { expect } from "chai";

import type { Properties } from "./driver";
import { definitionOf } from "../../provider/resources";
import { allCases, kindCases } from "../kinds";
import { failure, type Scenario } from "./scenario";

const kindScenarios: readonly Scenario[] = allCases.flatMap(({ kind, inputs, respelled }) => {
  const adopting = definitionOf(kind).shape === "setting" ? {} : { adopt: true };
  const [first = ""] = Object.keys(inputs);
  const wrong: Readonly<Record<string, Properties>> = {
    "nothing declared": {},
    "an input that there is not": { ...inputs, colour: "red" },
    "an input in another case": { ...inputs, [first.toUpperCase()]: "x" },
    "an output declared": { ...inputs, id: "77777777-7777-4777-8777-777777777777" },
    "values of the wrong type": Object.fromEntries(Object.keys(inputs).map((name) => [name, 7])),
    "empty values": Object.fromEntries(Object.keys(inputs).map((name) => [name, ""])),
    "a time-out in words": { ...inputs, timeouts: { create: "soon" } },
  };
  return [
    {
      title: `${kind}: good inputs are taken as they are spelled`,
      play: async ({ emulator, run }) => {
        const provider = await run();

        const plain = await provider.check(kind, {}, inputs);
        const spelled = await provider.check(kind, inputs, { ...inputs, ...respelled, ...adopting });

        expect([plain.failures, spelled.failures]).to.deep.equal([[], []]);
        expect(plain.inputs).to.deep.include(inputs);
        expect(spelled.inputs).to.deep.include({ ...inputs, ...respelled, ...adopting });
        // What can be linked in one place only, and what the service expects, is looked for in the tenant, in a preview too.
        const { oneFor, expects } = definitionOf(kind);
        const isOffline = oneFor === undefined && expects === undefined;
        if (isOffline) expect(emulator.requests).to.deep.equal([]);
        expect(emulator.requests.filter(({ method }) => method !== "GET")).to.deep.equal([]);
      },
    },
    ...Object.entries(wrong).map(([what, news]): Scenario => ({
      title: `${kind}: ${what}, every mistake is named with its property, offline`,
      play: async ({ emulator, run }) => {
        const { failures } = await (await run()).check(kind, {}, news);

        expect(failures).to.not.deep.equal([]);
        expect(failures.map(({ property }) => property)).to.not.include("");
        expect(emulator.requests).to.deep.equal([]);
      },
    })),
  ] satisfies Scenario[];
});

/** What is said of a program before anything is asked of the tenant. */
export const checkScenarios: readonly Scenario[] = [
  ...kindScenarios,
  {
    title: "what is missing may come from what has failed in the same run, which is named",
    play: async ({ emulator, run }) => {
      const provider = await run();
      const { inputs, kind } = kindCases.find((each) => each.kind === "RoleAssignment")!;
      const withoutScope = Object.fromEntries(Object.entries(inputs).filter(([name]) => name !== "scope"));
      const missing = async (): Promise<string> =>
        (await provider.check(kind, {}, withoutScope)).failures.map(({ reason }) => reason).join();
      emulator.fault({ kind: "status", status: 403, operationId: "createEnvironmentGroup" });
      const before = await missing();

      await failure(provider.create("EnvironmentGroup", { displayName: "Sales" }));

      expect(before).to.equal("is required");
      expect(await missing())
        .to.include('EnvironmentGroup "Sales"')
        .and.include("mend that first");
    },
  },
  {
    title: "what is missing comes from another kind rather than from the same, so that one is named first",
    play: async ({ emulator, run }) => {
      const provider = await run();
      const { inputs, kind } = kindCases.find((each) => each.kind === "RoleAssignment")!;
      const withoutScope = Object.fromEntries(Object.entries(inputs).filter(([name]) => name !== "scope"));
      emulator.fault({ kind: "status", status: 403, method: "POST", times: "always" });
      for (const roleDefinitionId of ["owner", "contributor", "reader"]) {
        await failure(provider.create(kind, { ...inputs, roleDefinitionId }));
      }
      await failure(provider.create("EnvironmentGroup", { displayName: "Sales" }));

      const { failures } = await provider.check(kind, {}, withoutScope);

      expect(failures.map(({ reason }) => reason).join())
        .to.include('failed in this run (EnvironmentGroup "Sales", RoleAssignment ')
        .and.include(" and 1 more)");
    },
  },
  {
    title: "settings that do not suffice are named at the first call, and nothing is asked",
    play: async ({ emulator, run }) => {
      const env = { POWER_PLATFORM_ACCESS_TOKEN: "", POWER_PLATFORM_CLIENT_SECRET: "alone" };

      const creating = run({ env }).then((provider) => provider.create("EnvironmentGroup", { displayName: "Sales" }));

      const error = await failure(creating);

      expect(error.message).to.include("Signing in with client secret needs");
      expect(emulator.requests).to.deep.equal([]);
    },
  },
];
