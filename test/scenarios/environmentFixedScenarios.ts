import { expect } from "chai";

import { declared } from "../kinds";
import type { Properties } from "./driver";
import { failure, type Scenario } from "./scenario";

const kind = "Environment";
const inputs = declared.Environment;
const metadata = inputs.linkedEnvironmentMetadata as Properties;

const fixed: Readonly<Record<string, Properties>> = {
  displayName: { displayName: "Sales EMEA" },
  location: { location: "asia" },
  description: { description: "of another" },
  databaseType: { databaseType: "Other" },
  "linkedEnvironmentMetadata.baseLanguageCode": {
    linkedEnvironmentMetadata: { ...metadata, baseLanguageCode: 1031 },
  },
  "linkedEnvironmentMetadata.currency.code": {
    linkedEnvironmentMetadata: { ...metadata, currency: { code: "USD" } },
  },
  "linkedEnvironmentMetadata.templates": {
    linkedEnvironmentMetadata: { ...metadata, templates: ["D365_Sales"] },
  },
  "linkedEnvironmentMetadata.domainName": { linkedEnvironmentMetadata: { ...metadata, domainName: "other" } },
};

/** What the API cannot change. */
const fixing: readonly Scenario[] = Object.entries(fixed).flatMap(([path, change]): Scenario[] => [
  {
    title: `${kind}: a program that changes ${path} is told in the comparison, with the ways on`,
    play: async ({ emulator, run }) => {
      const { id, outputs } = await (await run()).create(kind, inputs);
      emulator.clearRequests();

      const error = await failure((await run()).diff(kind, id, outputs, { ...inputs, ...change }));

      expect(error.message).to.include(path).and.include("`allowReplacement: true`").and.include("ignoreChanges");
      expect(emulator.writes).to.deep.equal([]);
    },
  },
  {
    title: `${kind}: with allowReplacement a change of ${path} replaces`,
    play: async ({ run }) => {
      const { id, outputs } = await (await run()).create(kind, inputs);

      const answer = await (await run()).diff(kind, id, outputs, { ...inputs, ...change, allowReplacement: true });

      // The service keeps the domain name unique.
      const isFirst = path !== "linkedEnvironmentMetadata.domainName";
      const [replaced] = path.split(".");
      expect(answer).to.deep.include({ changes: true, deleteBeforeReplace: isFirst });
      expect(answer.replaces.map((each) => each.split(".")[0])).to.deep.equal([replaced]);
    },
  },
]);

const driftCases: Readonly<Record<string, readonly [Properties, string]>> = {
  displayName: [{ displayName: "Renamed" }, '"Renamed"'],
  location: [{ geo: "asia" }, '"asia"'],
  "linkedEnvironmentMetadata.domainName": [{ domainName: "moved" }, '"moved"'],
};

const drifting: readonly Scenario[] = [
  ...Object.entries(driftCases).map(([path, [change, live]]): Scenario => ({
    title: `${kind}: ${path} that somebody has changed is named in a warning with the ways out, and nothing is done`,
    play: async ({ emulator, run }) => {
      const { id, outputs } = await (await run()).create(kind, inputs);
      emulator.tenant.environments.update(id, change);
      emulator.clearRequests();

      const provider = await run();
      const answer = await provider.diff(kind, id, outputs, inputs);
      const read = await provider.read(kind, id, outputs);
      const again = await provider.diff(kind, id, read.outputs, inputs);

      for (const each of [answer, again]) expect(each).to.deep.include({ changes: false, replaces: [] });
      expect(provider.warnings.join()).to.include(path).and.include(live).and.include("ignoreChanges");
      expect(provider.warnings).to.have.lengthOf(1);
      expect(emulator.writes).to.deep.equal([]);
    },
  })),
  {
    title: `${kind}: a program that takes over what somebody has changed is recorded without a write`,
    play: async ({ emulator, run }) => {
      const { id, outputs } = await (await run()).create(kind, inputs);
      emulator.tenant.environments.update(id, { displayName: "Renamed" });
      const news = { ...inputs, displayName: "Renamed" };
      emulator.clearRequests();

      const provider = await run();
      const answer = await provider.diff(kind, id, outputs, news);
      const updated = await provider.update(kind, id, outputs, news);

      expect(answer).to.deep.include({ changes: true, replaces: [] });
      expect(updated).to.include({ displayName: "Renamed" });
      expect(await (await run()).diff(kind, id, updated, news)).to.include({ changes: false });
      expect(emulator.writes).to.deep.equal([]);
    },
  },
  {
    title: `${kind}: imported, it takes what it was created with from the program, which is recorded without a write`,
    play: async ({ emulator, run }) => {
      const { id } = await (await run()).create(kind, inputs);
      emulator.clearRequests();

      const provider = await run();
      const { outputs } = await provider.read(kind, id, {});
      const answer = await provider.diff(kind, id, outputs, inputs);
      const updated = await provider.update(kind, id, outputs, inputs);
      const error = await failure(provider.diff(kind, id, updated, { ...inputs, description: "of another" }));

      expect(answer).to.deep.include({ changes: true, replaces: [] });
      expect(await provider.diff(kind, id, updated, inputs)).to.include({ changes: false });
      expect(error.message).to.include("description");
      expect(emulator.writes).to.deep.equal([]);
    },
  },
];

/** What the API cannot change of an environment, whoever changes it. */
export const environmentFixedScenarios: readonly Scenario[] = [...fixing, ...drifting];
