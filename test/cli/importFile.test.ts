import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect } from "chai";

import { providerText } from "../../sdk/providerText";
import { typeToken } from "../../provider/resources/typeToken";
import { Emulator, seeded } from "../../testing/emulator";
import { startCoreDriver } from "../scenarios/coreDriver";
import type { Properties } from "../scenarios/driver";

const cli = join(__dirname, "../../cli/index.js");

const refused = { kind: "status", status: 403, body: { error: { code: "Forbidden", message: "no" } } } as const;

interface ImportFile {
  readonly resources: { type: string; name: string; id: string; inputs: Properties; outputs: Properties }[];
}

describe("pulumi-power-platform import-file", () => {
  let emulator: Emulator;

  before(async () => {
    emulator = await Emulator.start({ pageSize: 1 });
    const assignment = {
      principalObjectId: "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa",
      principalType: "Group",
      roleDefinitionId: "c886ad2e-27f7-4874-8381-5849b8d8a090",
    } as const;
    for (const scope of ["", `/environmentgroups/${seeded.groupId}`, `/environments/${seeded.managedEnvironmentId}`]) {
      emulator.tenant.roleAssignments.add({ ...assignment, scope: `/tenants/${emulator.tenantId}${scope}` });
    }
  });

  after(() => emulator.close());

  interface Ended {
    readonly stdout: string;
    readonly stderr: string;
    readonly code?: number;
  }
  const start = (args: readonly string[], token?: string): Promise<Ended> => {
    const env = {
      PATH: process.env.PATH,
      ...emulator.env(),
      ...(token === undefined ? {} : { POWER_PLATFORM_ACCESS_TOKEN: token }),
    };
    return promisify(execFile)(process.execPath, [cli, "import-file", ...args], { env }).catch(
      (error: unknown) => error as Ended,
    );
  };
  const run = async (...args: string[]): Promise<ImportFile> => JSON.parse((await start(args)).stdout) as ImportFile;

  it("holds every object of the tenant, at every scope, under names that are unique in their kind", async () => {
    const { resources } = await run();

    expect(resources.map(({ type, name }) => [type, name])).to.deep.equal([
      [typeToken("RoleAssignment"), "reader-aaaaaaaa"],
      [typeToken("RoleAssignment"), "reader-aaaaaaaa-2"],
      [typeToken("RoleAssignment"), "reader-aaaaaaaa-3"],
      [typeToken("Environment"), "contoso-default"],
      [typeToken("Environment"), "contoso-production"],
      [typeToken("Environment"), "contoso-sandbox"],
      [typeToken("EnvironmentGroup"), "finance"],
    ]);
    expect(emulator.writes).to.deep.equal([]);
  });

  it("spells scopes as the documentation does", async () => {
    const { resources } = await run("--kind", "RoleAssignment");

    expect(resources.map(({ inputs }) => inputs.scope)).to.deep.equal([
      "tenant",
      `/environmentGroups/${seeded.groupId}`,
      `/environments/${seeded.managedEnvironmentId}`,
    ]);
  });

  it("holds state that the provider finds equal to the tenant", async () => {
    const { resources } = await run();
    const provider = await startCoreDriver({ env: emulator.env() });

    for (const { type, id, inputs, outputs } of resources) {
      const kind = type.slice(type.lastIndexOf(":") + 1);
      expect(outputs.__provider).to.equal(providerText(kind as never));
      expect(await provider.diff(kind, id, outputs, inputs), id).to.include({ changes: false });
      expect((await provider.read(kind, id, outputs)).outputs).to.deep.equal(outputs);
    }
  });

  it("keeps to the kinds that are asked for", async () => {
    const { resources } = await run("--kind", "environmentgroup");

    expect(resources.map(({ name }) => name)).to.deep.equal(["finance"]);
  });

  it("holds the environments of every billing policy, and asks for nothing that it does not know", async () => {
    const { billingPolicies, billingPolicyEnvironments } = emulator.tenant;
    const policy = billingPolicies.add({ name: "payg", location: "unitedstates" });
    const environmentId = seeded.sandboxEnvironmentId;
    billingPolicyEnvironments.add({ billingPolicyId: policy.id, environmentId });
    emulator.clearRequests();

    const { resources } = await run("--kind", "BillingPolicyEnvironment");
    billingPolicies.remove(policy.id);

    expect(resources.map(({ name, id, inputs }) => [name, id, inputs.environmentId])).to.deep.equal([
      ["environment-eeeeeeee", `${policy.id}/${environmentId}`, environmentId],
    ]);
    expect(emulator.requests.filter(({ path }) => path.includes("undefined"))).to.deep.equal([]);
  });

  it("leaves out the contracts of a tenant that is no vendor, with a warning", async () => {
    const { stdout, stderr } = await start([]);

    expect((JSON.parse(stdout) as ImportFile).resources).to.have.length(7);
    expect(emulator.requests.filter(({ path }) => path.includes("undefined"))).to.deep.equal([]);
    expect(stderr).to.equal(
      "warning: IsvContract is left out: the caller may not list it (403 Forbidden). With --kind IsvContract this is an error that says why.\n",
    );
  });

  it("fails where a kind that it may not list is asked for", async () => {
    const { code, stdout, stderr } = await start(["--kind", "EnvironmentGroup", "--kind", "IsvContract"]);

    expect([code, stdout]).to.deep.equal([1, ""]);
    expect(stderr).to.include("403").and.not.include("left out");
  });

  it("leaves out any kind whose list is refused", async () => {
    emulator.fault({ ...refused, operationId: "listBillingPolicies", times: "always" });
    emulator.fault({ ...refused, operationId: "listEnvironmentGroupRoleAssignments", times: "always" });

    const { stdout, stderr } = await start([]);
    emulator.clearFaults();

    expect((JSON.parse(stdout) as ImportFile).resources.map(({ name }) => name)).to.deep.equal([
      "contoso-default",
      "contoso-production",
      "contoso-sandbox",
      "finance",
    ]);
    for (const kind of ["RoleAssignment", "BillingPolicy", "IsvContract"])
      expect(stderr).to.include(`${kind} is left out`);
  });

  it("fails where the caller may list nothing", async () => {
    // Every caller may list the environments that it sees.
    emulator.fault({ ...refused, operationId: "listEnvironments", times: "always" });

    const { code, stdout, stderr } = await start([], emulator.token({ roles: [] }));
    emulator.clearFaults();

    expect([code, stdout]).to.deep.equal([1, ""]);
    expect(stderr).to.include("403").and.not.include("left out");
  });

  it("holds what is in a group, in an environment and governed by a policy", async () => {
    const { groupId: environmentGroupId, managedEnvironmentId, sandboxEnvironmentId: environmentId } = seeded;
    const { tenant } = emulator;
    tenant.environments.update(managedEnvironmentId, { environmentGroupId });
    tenant.environmentBackups.add({ environmentId, label: "before May" });
    tenant.ruleSets.add({ environmentGroupId, parameters: [] });
    const { id: policyId } = tenant.ruleBasedPolicies.add({ name: "sharing", ruleSets: [] });
    tenant.ruleAssignments.add({ policyId, resourceType: "EnvironmentGroup", resourceId: environmentGroupId });
    const wanted = [
      ["EnvironmentGroupMembership", "environment-eeeeeeee"],
      ["EnvironmentBackup", "before-may"],
      ["EnvironmentGroupRuleSet", "group-dddddddd"],
      ["RuleBasedPolicyAssignment", "group-dddddddd"],
    ] as const;
    const provider = await startCoreDriver({ env: emulator.env() });

    const { resources } = await run(...wanted.flatMap(([kind]) => ["--kind", kind]));

    expect(resources.map(({ type, name }) => [type, name])).to.deep.equal(
      wanted.map(([kind, name]) => [typeToken(kind), name]),
    );
    for (const [index, { id, outputs }] of resources.entries())
      expect((await provider.read(wanted[index]![0], id, outputs)).outputs, id).to.deep.equal(outputs);
  });
});
