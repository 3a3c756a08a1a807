import { expect } from "chai";
import { seeded } from "../../../testing/emulator";
import { ruleBasedPolicy, tenantId } from "./bodies";
import type { Answered } from "./harness";
import { valueOf, withEmulator } from "./harness";

const policies = "/governance/ruleBasedPolicies";
const toGroup = `environmentGroups/${seeded.groupId}/assignments`;
const toEnvironment = `environments/${seeded.managedEnvironmentId}/assignments`;
const counted = "?includeRuleSetCounts=true";
const codeOf = ({ body }: Answered): unknown => (body.error as { code: string } | undefined)?.code;

describe("assignments of policies in the emulator", () => {
  const api = withEmulator();
  const create = async (): Promise<string> => String((await api.post(policies, ruleBasedPolicy())).body.id);
  const listed = async (path: string): Promise<unknown[]> =>
    valueOf(await api.get(`${policies}/${path}${counted}`)).map(({ policyId }) => policyId);

  it("are listed by policy, by group, by environment and all, with the number of rule sets when asked", async () => {
    const [one, two] = [await create(), await create()];
    await api.post(`${policies}/${one}/${toGroup}`, { assignmentOverrides: [] });
    await api.post(`${policies}/${two}/${toEnvironment}`, {});

    const plain = await api.get(`${policies}/${toGroup}`);

    expect(await listed(`${one}/assignments`)).to.deep.equal([one]);
    expect(await listed(toGroup.toUpperCase())).to.deep.equal([one]);
    expect(await listed(toEnvironment)).to.deep.equal([two]);
    expect(await listed("assignments")).to.deep.equal([one, two]);
    const all = await api.get(`${policies}/assignments${counted}&resourceType=Environment`);
    const resource = { resourceType: "Environment", resourceId: seeded.managedEnvironmentId };
    expect(valueOf(all)).to.deep.equal([{ policyId: two, tenantId, ...resource, ruleSetCount: 1 }]);
    expect(valueOf(plain)[0]).to.not.have.any.keys("ruleSetCount", "assignmentOverrides");
  });

  it("answer 404 for a policy, a group or an environment that does not exist", async () => {
    const policy = await create();

    const answers = [
      await api.post(`${policies}/nowhere/${toGroup}`, {}),
      await api.post(`${policies}/${policy}/environmentGroups/nowhere/assignments`, {}),
      await api.get(`${policies}/environments/nowhere/assignments${counted}`),
      await api.delete(`${policies}/${policy}/${toGroup}`),
    ];

    expect(answers.map(({ status }) => status)).to.deep.equal([404, 404, 404, 404]);
  });

  it("refuse a second policy on a group with 409, and one policy on several with 400", async () => {
    const [one, two] = [await create(), await create()];
    const first = await api.post(`${policies}/${one}/${toGroup}`, {});

    const again = await api.post(`${policies}/${one}/${toGroup}`, {});
    const second = await api.post(`${policies}/${two}/${toGroup}`, {});
    const several = await api.post(`${policies}/${one}/${toEnvironment}`, {});

    expect([first.status, again.status]).to.deep.equal([200, 200]);
    expect([second.status, codeOf(second)]).to.deep.equal([409, "PolicyAlreadyAssigned"]);
    expect([several.status, codeOf(several)]).to.deep.equal([400, "InputValidationError"]);
    expect(await listed("assignments")).to.deep.equal([one]);
  });

  it("of groups are deleted with 204; for environments there is no such route", async () => {
    const [one, two] = [await create(), await create()];
    await api.post(`${policies}/${one}/${toGroup}`, {});
    await api.post(`${policies}/${two}/${toEnvironment}`, {});

    const fromGroup = await api.delete(`${policies}/${one}/${toGroup}`);
    const fromEnvironment = await api.delete(`${policies}/${two}/${toEnvironment}`);

    expect(fromGroup.status).to.equal(204);
    expect([fromEnvironment.status, fromEnvironment.body.code]).to.deep.equal([404, "RouteNotFound"]);
    expect(await listed("assignments")).to.deep.equal([two]);
  });

  it("are refused without includeRuleSetCounts where the answers are documented", async () => {
    api.emulator.configure({ answers: "documented" });

    const answers = [await api.get(`${policies}/assignments`), await api.get(`${policies}/assignments${counted}`)];

    expect(answers.map(({ status }) => status)).to.deep.equal([400, 200]);
  });

  it("change by hand through the control surface", async () => {
    const policy = await create();
    const { controlUrl = "" } = api.emulator;
    const assignments = `${controlUrl}/tenant/ruleAssignments`;
    const body = JSON.stringify({ policyId: policy, resourceType: "EnvironmentGroup", resourceId: seeded.groupId });
    const headers = { "content-type": "application/json" };

    await fetch(assignments, { method: "POST", headers, body });
    const added = await listed(toGroup);
    await fetch(`${assignments}/${policy}/EnvironmentGroup/${seeded.groupId}`, { method: "DELETE" });

    expect(added).to.deep.equal([policy]);
    expect(await listed(toGroup)).to.deep.equal([]);
  });

  it("of an environment go with it", async () => {
    const policy = await create();
    await api.post(`${policies}/${policy}/${toEnvironment}`, {});
    api.emulator.configure({ provisioning: { operations: 0 } });

    await api.delete(`/environmentmanagement/environments/${seeded.managedEnvironmentId}`);

    expect(await listed("assignments")).to.deep.equal([]);
  });
});

describe("policies that environments hold because of their group, in the emulator", () => {
  const api = withEmulator({ syncedPolicies: "shown" });
  let own = "";

  beforeEach(async () => {
    own = String((await api.post(policies, ruleBasedPolicy())).body.id);
    await api.post(`${policies}/${own}/${toGroup}`, {});
    api.emulator.tenant.environments.update(seeded.managedEnvironmentId, { environmentGroupId: seeded.groupId });
  });

  it("are among the policies and assign themselves", async () => {
    const [first, second] = valueOf(await api.get(policies));
    const [assignment] = valueOf(await api.get(`${policies}/${toEnvironment}${counted}`));

    expect([first?.id, first?.name]).to.deep.equal([own, "Finance rules"]);
    expect(second?.name).to.equal("Synced Environment Policy (from Environment Group)");
    expect(second?.ruleSets).to.deep.equal(first?.ruleSets);
    expect(assignment).to.include({ policyId: second?.id, ruleSetCount: 1 });
  });

  it("answer a change that the group undoes, and are not deleted", async () => {
    const synced = `${policies}/${String(valueOf(await api.get(policies))[1]?.id)}`;
    const before = await api.get(synced);

    const patched = await api.patch(synced, { ruleSets: [{ id: "ReleaseChannel", inputs: { ReleaseChannel: 2 } }] });
    const deleted = await api.delete(synced);

    expect([patched.status, deleted.status]).to.deep.equal([200, 409]);
    expect((await api.get(synced)).body).to.deep.equal(before.body);
  });

  it("keep another policy from being assigned to their environment", async () => {
    const other = String((await api.post(policies, ruleBasedPolicy())).body.id);

    const refused = await api.post(`${policies}/${other}/${toEnvironment}`, {});

    expect([refused.status, codeOf(refused)]).to.deep.equal([409, "PolicyAlreadyAssigned"]);
  });
});
