import { expect } from "chai";

import { seeded } from "pulumi-power-platform-testing";
import type { DriverError } from "./driver";
import { failure, type Scenario } from "./scenario";

const environmentId = seeded.managedEnvironmentId;
const agent = { environmentId, entitlementId: "MCSMessages", resourceId: "a9e00000-0000-4000-8000-000000000001" };
const thresholdId = Object.values(agent).join("/");
const messages = { environmentId, currencyType: "MCSMessages", allocated: 1_000 };

/** What only one kind of settings does. */
export const particularSettingScenarios: readonly Scenario[] = [
  {
    title: "ManagedEnvironment: an operation that fails is told with its code, and the next run goes on",
    play: async ({ emulator, run }) => {
      const inputs = { environmentId: seeded.sandboxEnvironmentId, enabled: true };
      emulator.configure({ provisioning: { operationsEnd: "Failed" } });

      const error = await failure<DriverError>((await run()).create("ManagedEnvironment", inputs));

      expect(error.message).to.include("OperationFailed");
      emulator.configure({ provisioning: { operationsEnd: "Succeeded" } });
      await (await run()).create("ManagedEnvironment", inputs);
      expect(emulator.tenant.environments.get(inputs.environmentId)?.protectionLevel).to.equal("Standard");
    },
  },
  {
    title: "ManagedEnvironment: an operation is found wherever the service says that it is",
    play: async ({ emulator, run }) => {
      const inputs = { environmentId: seeded.sandboxEnvironmentId, enabled: true };
      for (const accepted of ["bare", "location", "operation"] as const) {
        emulator.configure({ provisioning: { accepted, operations: 2 } });
        emulator.tenant.environments.update(inputs.environmentId, { protectionLevel: "Basic" });

        const { outputs } = await (await run()).create("ManagedEnvironment", inputs);

        expect(outputs, accepted).to.include({ enabled: true, protectionLevel: "Standard" });
      }
    },
  },
  {
    title:
      "ManagedEnvironment: without Dataverse it is refused by the preview, and by the create before anything is sent",
    play: async ({ emulator, run }) => {
      const inputs = { environmentId: `Default-${emulator.tenantId}`, enabled: true };
      const provider = await run();

      const { failures } = await provider.check("ManagedEnvironment", {}, inputs);
      const error = await failure(provider.create("ManagedEnvironment", inputs));

      expect(failures.map(({ reason }) => reason).join()).to.include("has no Dataverse");
      expect(error.message).to.include("has no Dataverse").and.include("nothing was sent");
      expect(emulator.writes).to.deep.equal([]);
    },
  },
  {
    title: "ManagedEnvironment: a member of a group is not turned off, by the preview, an update or a restore",
    play: async ({ emulator, run }) => {
      emulator.tenant.environments.update(environmentId, { protectionLevel: "Basic" });
      const restoring = { environmentId, enabled: true, onDelete: "restore" };
      const { id, outputs } = await (await run()).create("ManagedEnvironment", restoring);
      emulator.tenant.environments.update(environmentId, { environmentGroupId: seeded.groupId });
      emulator.clearRequests();
      const off = { ...restoring, enabled: false };

      const errors = [
        await failure((await run()).diff("ManagedEnvironment", id, outputs, off)),
        await failure((await run()).update("ManagedEnvironment", id, outputs, off)),
        await failure((await run()).delete("ManagedEnvironment", id, outputs)),
      ];

      for (const { message } of errors) expect(message).to.include(`in the environment group ${seeded.groupId}`);
      expect(emulator.writes).to.deep.equal([]);
    },
  },
  {
    title: "ManagedEnvironment: somebody else who was faster is no failure",
    play: async ({ emulator, run }) => {
      const inputs = { environmentId: seeded.sandboxEnvironmentId, enabled: true };
      const provider = await run();
      emulator.configure({ provisioning: { unchanged: "conflict" } });
      emulator.tenant.environments.update(inputs.environmentId, { protectionLevel: "Standard" });
      const { dataverseId } = emulator.tenant.environments.get(inputs.environmentId)!;
      const stale = { value: [{ id: inputs.environmentId, protectionLevel: "Basic", dataverseId }] };
      emulator.fault({ kind: "status", status: 200, body: stale, operationId: "listEnvironments" });

      const { outputs } = await provider.create("ManagedEnvironment", inputs);

      expect(outputs).to.include({ enabled: true });
      expect(emulator.writes.map(({ status }) => status)).to.deep.equal([409]);
    },
  },
  {
    title:
      "CurrencyAllocation: other currencies of the environment are never touched, and 0 is put back where nothing was",
    play: async ({ emulator, run }) => {
      const other = { environmentId, currencyType: "AI", allocated: 7 };
      emulator.tenant.currencyAllocations.add(other);
      const provider = await run();
      const { id, outputs } = await provider.create("CurrencyAllocation", { ...messages, onDelete: "restore" });

      await (await run()).delete("CurrencyAllocation", id, outputs);

      expect(emulator.tenant.currencyAllocations.get(`${environmentId}/AI`)).to.deep.include(other);
      expect(emulator.writes.map(({ body }) => body)).to.deep.equal([
        { currencyAllocations: [{ currencyType: "MCSMessages", allocated: 1_000 }] },
        { currencyAllocations: [{ currencyType: "MCSMessages", allocated: 0 }] },
      ]);
    },
  },
  {
    title: "CurrencyAllocation: after a 404 without a code the list of all allocations decides",
    play: async ({ emulator, run }) => {
      emulator.fault({ kind: "status", status: 404, operationId: "getCurrencyAllocations", times: "always" });
      const { outputs } = await (await run()).create("CurrencyAllocation", messages);
      emulator.clearRequests();

      const error = await failure(
        (await run()).diff("CurrencyAllocation", `${environmentId}/MCSMessages`, outputs, messages),
      );

      expect(outputs).to.include({ allocated: 1_000, found: '{"allocated":0}' });
      expect(error.message).to.include("404");
      expect(emulator.writes).to.deep.equal([]);
    },
  },
  {
    title: "ResourceThreshold: an environment that the list leaves out is asked for by its id",
    play: async ({ emulator, run }) => {
      const body = { value: [] };
      emulator.fault({ kind: "status", status: 200, body, operationId: "listEnvironments", times: "always" });

      await (await run()).create("ResourceThreshold", { ...agent, limit: 1_000 });

      expect(emulator.tenant.resourceThresholds.get(thresholdId)).to.include({ limit: 1_000 });
    },
  },
  {
    title: "CurrencyAllocation: currencies of one environment are read once",
    play: async ({ emulator, run }) => {
      emulator.tenant.currencyAllocations.add(messages);
      const first = await run();
      const one = await first.create("CurrencyAllocation", messages);
      const other = await first.create("CurrencyAllocation", { ...messages, currencyType: "AI", allocated: 5 });
      emulator.clearRequests();
      const provider = await run();

      await provider.diff("CurrencyAllocation", one.id, one.outputs, messages);
      await provider.diff("CurrencyAllocation", other.id, other.outputs, other.outputs);

      expect(emulator.requests.map(({ operationId }) => operationId)).to.deep.equal(["getCurrencyAllocations"]);
    },
  },
  {
    title: "CurrencyAllocation: storage and too few messages are refused by check, each with what to write",
    play: async ({ run }) => {
      const provider = await run();

      const storage = await provider.check("CurrencyAllocation", {}, { ...messages, currencyType: "Database" });
      const few = await provider.check("CurrencyAllocation", {}, { ...messages, allocated: 499 });
      const none = await provider.check("CurrencyAllocation", {}, { ...messages, allocated: 0 });

      expect(storage.failures.map(({ reason }) => reason).join()).to.include("cannot be allocated to an environment");
      expect(few.failures).to.deep.equal([
        { property: "allocated", reason: "must be 0 or at least 500 for MCSMessages, not 499" },
      ]);
      expect(none.failures).to.deep.equal([]);
    },
  },
  {
    title: "CurrencyAllocation: a pool that a rule of the group governs is explained",
    play: async ({ emulator, run }) => {
      const body = { error: { code: "TenantPoolLockedByPolicy", message: "The tenant pool is governed by a policy." } };
      emulator.fault({ kind: "status", status: 400, body, operationId: "patchCurrencyAllocations" });

      const error = await failure((await run()).create("CurrencyAllocation", messages));

      expect(error.message).to.include("TenantPoolLockedByPolicy").and.include("CostControlsDrawFromTenantCreditPool");
    },
  },
  {
    title: "ResourceThreshold: is written with the version that the admin center shows and enforces",
    play: async ({ emulator, run }) => {
      await (await run()).create("ResourceThreshold", { ...agent, limit: 1_000 });

      expect(emulator.tenant.resourceThresholds.get(thresholdId)).to.include({ apiVersion: "1" });
    },
  },
  {
    title: "ResourceThreshold: where there was none it is left with a warning, since the API cannot delete it",
    play: async ({ emulator, run }) => {
      const inputs = { ...agent, limit: 1_000, onDelete: "restore" };
      const { id, outputs } = await (await run()).create("ResourceThreshold", inputs);
      const more = { ...inputs, stopIfOverCapacity: true };
      const updated = await (await run()).update("ResourceThreshold", id, outputs, more);
      emulator.clearRequests();
      const provider = await run();

      await provider.delete("ResourceThreshold", id, updated);

      expect(provider.warnings.join()).to.include("the API cannot unset it: it is left as it is");
      expect(emulator.writes).to.deep.equal([]);
      expect(emulator.tenant.resourceThresholds.get(thresholdId)).to.include({ limit: 1_000 });
    },
  },
];
