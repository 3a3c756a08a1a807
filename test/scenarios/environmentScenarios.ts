import { expect } from "chai";

import type { Emulator } from "../../testing/emulator";
import { declared } from "../kinds";
import type { DriverError, Properties } from "./driver";
import { environmentFixedScenarios } from "./environmentFixedScenarios";
import { failure, type Scenario } from "./scenario";

const kind = "Environment";
const inputs = declared.Environment;
const guarded = without(inputs, "allowDelete");
/** Without Dataverse, so its name is not unique. */
const plain = { displayName: "Lab", environmentSku: "Sandbox", location: "europe" };

const named = ({ tenant }: Emulator, name: string) =>
  tenant.environments.list().filter(({ displayName }) => displayName === name);

const writesOf = ({ writes }: Emulator): (string | undefined)[] => writes.map(({ operationId }) => operationId);

/** How an environment is created, with what the service answers. */
const creating: readonly Scenario[] = [
  ...(["created", "accepted"] as const).map((environmentCreate): Scenario => ({
    title: `${kind}: is created where the service answers that it is ${environmentCreate}, and waited for`,
    play: async ({ emulator, run }) => {
      emulator.configure({ provisioning: { environmentCreate, operations: 4 } });

      const { id, outputs } = await (await run()).create(kind, inputs);

      expect(emulator.tenant.environments.get(id)).to.include({ displayName: "Sales", state: "Enabled" });
      expect(outputs).to.include({ state: "Enabled", domainName: "contososales" });
      expect(writesOf(emulator)).to.deep.equal(["createEnvironment"]);
      expect(emulator.writes[0]!.body).to.deep.equal(guarded);
    },
  })),
  {
    title: `${kind}: not created in time, it is kept in state with its id, and the next up finishes it`,
    play: async ({ emulator, run }) => {
      emulator.configure({ provisioning: { operations: 1_000 } });

      const error = await failure<DriverError>((await run()).create(kind, { ...inputs, timeouts: { create: "30s" } }));

      const [only] = named(emulator, "Sales");
      expect(error.initFailure).to.deep.include({ id: only!.id });
      expect(error.initFailure!.properties).to.include({ displayName: "Sales", state: "Creating" });
      expect(error.initFailure!.reasons.join()).to.include("Run `pulumi up` again");
      for (const { id } of emulator.tenant.operations.list()) emulator.tenant.operations.update(id, { looksLeft: 1 });
      const { id, properties } = error.initFailure!;
      const updated = await (await run()).update(kind, id, properties, inputs);
      expect(updated).to.include({ state: "Enabled" }).and.have.property("dataverseId");
      expect(writesOf(emulator)).to.deep.equal(["createEnvironment"]);
    },
  },
  {
    title: `${kind}: created by a run that was killed while it waited, it is finished by the next up`,
    play: async ({ emulator, run }) => {
      emulator.configure({ provisioning: { operations: 1_000 } });
      emulator.fault({ kind: "reset", moment: "after", operationId: "createEnvironment" });
      emulator.fault({ kind: "status", status: 403, operationId: "listEnvironments", nth: 2, times: "always" });
      await failure((await run()).create(kind, inputs));
      emulator.clearFaults();
      for (const { id } of emulator.tenant.operations.list()) emulator.tenant.operations.update(id, { looksLeft: 3 });

      const provider = await run();
      const { id, outputs } = await provider.create(kind, inputs);

      expect(named(emulator, "Sales").map((each) => each.id)).to.deep.equal([id]);
      expect(outputs).to.include({ state: "Enabled" }).and.have.property("dataverseId");
      expect(provider.warnings.join()).to.include("by a run of this stack that was interrupted");
    },
  },
  {
    title: `${kind}: refused for want of capacity, the error explains it, and nothing is tried again`,
    play: async ({ emulator, run }) => {
      emulator.configure({ provisioning: { capacity: "exhausted" } });

      const error = await failure<DriverError>((await run()).create(kind, inputs));

      expect(error.message).to.include("409").and.include("no storage capacity left").and.include("billingPolicyId");
      expect(error.initFailure).to.equal(undefined);
      expect(emulator.writes).to.have.lengthOf(1);
    },
  },
  {
    title: `${kind}: a billing policy for the creation is sent, and a later change of it is only recorded`,
    play: async ({ emulator, run }) => {
      const policy = emulator.tenant.billingPolicies.add({ name: "payg" }).id;
      const { id, outputs } = await (await run()).create(kind, { ...plain, billingPolicyId: policy });
      const [{ body } = { body: {} }] = emulator.writes;
      emulator.clearRequests();

      const provider = await run();
      const answer = await provider.diff(kind, id, outputs, plain);
      const updated = await provider.update(kind, id, outputs, plain);

      expect(body).to.deep.include({ billingPolicy: { id: policy } });
      expect(outputs).to.include({ billingPolicyId: policy });
      expect(answer).to.deep.include({ changes: true, replaces: [] });
      expect(updated).to.not.have.property("billingPolicyId");
      expect(emulator.writes).to.deep.equal([]);
    },
  },
  {
    title: `${kind}: the default environment is adopted by its name, and never deleted`,
    play: async ({ emulator, run }) => {
      const program = { displayName: "Contoso (default)", environmentSku: "Default", adopt: true, allowDelete: true };

      const { id, outputs } = await (await run()).create(kind, program);
      const error = await failure((await run()).delete(kind, id, outputs));

      expect(id).to.equal(`Default-${emulator.tenantId}`);
      expect(await (await run()).read(kind, id, {})).to.deep.include({ id });
      expect(error.message).to.include("default environment").and.include("retainOnDelete");
      expect(emulator.writes).to.deep.equal([]);
    },
  },
  ...[
    { property: "location", wrong: { displayName: "Contoso (default)", location: "europe" } },
    { property: "displayName", wrong: { displayName: "Contoso" } },
  ].map(({ property, wrong }): Scenario => ({
    title: `${kind}: a default environment with another ${property} is refused by check and create, which name the present one`,
    play: async ({ emulator, run }) => {
      const program = { environmentSku: "Default", adopt: true, ...wrong };

      const { failures } = await (await run()).check(kind, {}, program);
      const error = await failure((await run()).create(kind, program));

      expect(failures.map((each) => each.property)).to.deep.equal([property]);
      expect(failures[0]!.reason).to.include('"Contoso (default)" in unitedstates');
      expect(error.message).to.include("nothing was sent").and.include("unitedstates");
      expect(emulator.writes).to.deep.equal([]);
    },
  })),
];

function without(properties: Properties, name: string): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([each]) => each !== name));
}

/** How `environmentSku` changes. */
const changing: readonly Scenario[] = [
  {
    title: `${kind}: a change of environmentSku is checked before it is sent, and not in a comparison`,
    play: async ({ emulator, run }) => {
      const { id, outputs } = await (await run()).create(kind, inputs);
      const news = { ...inputs, environmentSku: "Production" };
      emulator.clearRequests();

      const provider = await run();
      await provider.diff(kind, id, outputs, news);
      const compared = emulator.requests.map(({ method }) => method);
      await provider.update(kind, id, outputs, news);

      const asked = emulator.requests.filter(({ operationId }) => operationId === "modifyEnvironmentSku");
      expect(new Set(compared)).to.deep.equal(new Set(["GET"]));
      expect(asked.map(({ query }) => query.ValidateOnly)).to.deep.equal(["true", undefined]);
      for (const { body } of asked) expect(body).to.deep.equal({ environmentSku: "Production" });
    },
  },
  {
    title: `${kind}: a change of environmentSku whose check is refused changes nothing`,
    play: async ({ emulator, run }) => {
      const { id, outputs } = await (await run()).create(kind, inputs);
      const body = { errorDetail: { code: "SkuNotAllowed", fieldErrors: null } };
      emulator.fault({ kind: "status", status: 400, body, operationId: "modifyEnvironmentSku" });
      emulator.clearRequests();

      const error = await failure<DriverError>(
        (await run()).update(kind, id, outputs, { ...inputs, environmentSku: "Production" }),
      );

      expect(error.message).to.include("update failed, 400").and.include("SkuNotAllowed");
      expect(error.initFailure).to.equal(undefined);
      expect(emulator.writes).to.deep.equal([]);
    },
  },
  {
    title: `${kind}: a change waits for the operation that runs on the environment`,
    play: async ({ emulator, run }) => {
      const { id, outputs } = await (await run()).create(kind, inputs);
      emulator.tenant.operations.add({ environmentId: id, name: "Copy", looksLeft: 6 });

      const updated = await (await run()).update(kind, id, outputs, { ...inputs, environmentSku: "Production" });

      expect(updated).to.include({ environmentSku: "Production" });
      expect(emulator.tenant.environments.get(id)).to.include({ type: "Production" });
    },
  },
];

const deleting: readonly Scenario[] = [
  {
    title: `${kind}: is not deleted unless the program allows it, with the words to write`,
    play: async ({ emulator, run }) => {
      const { id, outputs } = await (await run()).create(kind, guarded);
      emulator.clearRequests();

      const error = await failure((await run()).delete(kind, id, outputs));

      expect(error.message).to.include("`allowDelete: true`").and.include("retainOnDelete");
      expect(named(emulator, "Sales")).to.have.lengthOf(1);
      expect(emulator.writes).to.deep.equal([]);
    },
  },
  {
    title: `${kind}: may be deleted once the program has said so, which is recorded without a write`,
    play: async ({ emulator, run }) => {
      const { id, outputs } = await (await run()).create(kind, guarded);
      emulator.clearRequests();
      const provider = await run();

      expect(await provider.diff(kind, id, outputs, inputs)).to.deep.include({ changes: true, replaces: [] });
      const updated = await provider.update(kind, id, outputs, inputs);
      expect(emulator.writes).to.deep.equal([]);
      await provider.delete(kind, id, updated);

      expect(named(emulator, "Sales")).to.deep.equal([]);
      expect(writesOf(emulator)).to.deep.equal(["deleteEnvironment"]);
    },
  },
  {
    title: `${kind}: a replacement that the program allows deletes the old one`,
    play: async ({ emulator, run }) => {
      const { id, outputs } = await (await run()).create(kind, guarded);
      const news = { ...guarded, displayName: "Sales EMEA", allowReplacement: true };

      const provider = await run();
      await provider.diff(kind, id, outputs, news);
      await provider.delete(kind, id, outputs);
      const created = await provider.create(kind, news);

      expect(emulator.tenant.environments.get(id)).to.equal(undefined);
      expect(named(emulator, "Sales EMEA").map((each) => each.id)).to.deep.equal([created.id]);
    },
  },
  {
    title: `${kind}: deleted already, it is done without the words`,
    play: async ({ emulator, run }) => {
      const { id, outputs } = await (await run()).create(kind, guarded);
      emulator.tenant.environments.remove(id);

      await (await run()).delete(kind, id, outputs);

      expect(writesOf(emulator)).to.deep.equal(["createEnvironment"]);
    },
  },
  ...(["byId", "listed"] as const).map((deletedEnvironments): Scenario => ({
    title: `${kind}: deleted by somebody and shown ${deletedEnvironments}, it is said to be recoverable and not recreated`,
    play: async ({ emulator, run }) => {
      emulator.configure({ deletedEnvironments });
      const { id, outputs } = await (await run()).create(kind, inputs);
      const other = await (await run()).create(kind, plain);
      await (await run()).delete(kind, id, outputs);
      emulator.clearRequests();

      const provider = await run();
      const answer = await provider.diff(kind, id, outputs, inputs);
      const read = await provider.read(kind, id, outputs);
      const got = await failure(provider.read(kind, id, {}));
      const updating = await failure(provider.update(kind, id, outputs, inputs));
      await provider.delete(kind, id, outputs);

      expect(answer).to.deep.include({ changes: false, replaces: [] });
      expect(read.id).to.equal(id);
      for (const text of [provider.warnings.join(), got.message, updating.message]) {
        expect(text).to.include("can be recovered").and.include("recoverEnvironment");
      }
      expect(emulator.tenant.environments.has(other.id)).to.equal(true);
    },
  })),
  {
    title: `${kind}: with the name of one that was deleted and can be recovered another one is created`,
    play: async ({ emulator, run }) => {
      emulator.configure({ deletedEnvironments: "listed" });
      const { id, outputs } = await (await run()).create(kind, inputs);
      await (await run()).delete(kind, id, outputs);

      const created = await (await run()).create(kind, inputs);

      expect(created.id).to.not.equal(id);
    },
  },
];

const checking: readonly Scenario[] = [
  {
    title: `${kind}: databaseType without its companions is refused, and each is named`,
    play: async ({ run }) => {
      const provider = await run();
      const failuresOf = async (program: Properties): Promise<readonly string[]> =>
        (await provider.check(kind, {}, program)).failures.map(({ property }) => property);

      const { failures } = await provider.check(
        kind,
        {},
        { displayName: "Lab", environmentSku: "Sandbox", databaseType: "commonDataService" },
      );

      expect(failures.map(({ property }) => property)).to.deep.equal([
        "location",
        "linkedEnvironmentMetadata.baseLanguageCode",
        "linkedEnvironmentMetadata.currency.code",
      ]);
      for (const { reason } of failures) expect(reason).to.include('databaseType "CommonDataService"');
      expect(await failuresOf({ ...without(inputs, "location"), macroRegion: "emea" })).to.deep.equal([]);
      expect(await failuresOf({ ...inputs, macroRegion: "emea" })).to.deep.equal(["macroRegion"]);
      expect(await failuresOf({ ...plain, location: "westeurope" })).to.deep.equal(["location"]);
      expect(await failuresOf({ ...plain, location: "West Europe" })).to.deep.equal(["location"]);
    },
  },
];

/** What is particular of environments. */
export const environmentScenarios: readonly Scenario[] = [
  ...creating,
  ...changing,
  ...environmentFixedScenarios,
  ...deleting,
  ...checking,
];
