import { expect } from "chai";
import { seeded } from "../../../testing/emulator";
import { roleAssignment, tenantId } from "./bodies";
import type { Answered } from "./harness";
import { valueOf, withEmulator } from "./harness";

const groups = "/environmentmanagement/environmentGroups";
const seededGroup = `${groups}/${seeded.groupId}`;
const add = (id: string): string => `${seededGroup}/addEnvironment/${id}`;
const remove = (id: string): string => `${seededGroup}/removeEnvironment/${id}`;
const codeOf = ({ body }: Answered): unknown => (body.error as { code: string } | undefined)?.code;

describe("environment groups of the emulator", () => {
  const api = withEmulator();

  it("are created with 200, filled by the server, without members that were not sent", async () => {
    const answer = await api.post(groups, { displayName: "Sales" });

    expect(answer.status).to.equal(200);
    expect(answer.headers.has("location")).to.equal(false);
    expect(answer.body).to.deep.equal({
      id: answer.body.id,
      displayName: "Sales",
      createdTime: "2026-01-01T00:00:00.0000000Z",
      createdBy: { id: seeded.ownerId, type: "User" },
    });
  });

  it("may share a display name", async () => {
    await api.post(groups, { displayName: "Finance" });

    expect(valueOf(await api.get(groups)).map(({ displayName }) => displayName)).to.deep.equal(["Finance", "Finance"]);
  });

  it("are replaced as a whole: what is not sent is cleared, what is sent is kept", async () => {
    api.emulator.tenant.environmentGroups.update(seeded.groupId, { colour: "blue" });

    const answer = await api.put(seededGroup, { displayName: "Money", shape: "round" });

    expect(answer.body).to.deep.equal({
      id: seeded.groupId,
      displayName: "Money",
      shape: "round",
      createdTime: "2026-01-05T09:00:00.0000000Z",
      createdBy: { id: seeded.ownerId, type: "User" },
      lastModifiedTime: "2026-01-01T00:00:00.0000000Z",
      lastModifiedBy: { id: seeded.ownerId, type: "User" },
    });
  });

  it("are refused with the name of the member that is wrong", async () => {
    const answer = await api.post(groups, { displayName: 7 });

    expect(answer.status).to.equal(400);
    expect(answer.text).to.include("displayName: must be string");
  });

  it("are deleted with their role assignments, and then are missing", async () => {
    const path = `/authorization/environmentGroups/${seeded.groupId}/roleAssignments`;
    await api.post(path, roleAssignment(`/tenants/${tenantId}/environmentGroups/${seeded.groupId}`));

    const deleted = await api.delete(seededGroup);

    expect([deleted.status, deleted.text]).to.deep.equal([200, ""]);
    expect((await api.get(seededGroup)).status).to.equal(404);
    expect((await api.delete(seededGroup)).status).to.equal(404);
    expect((await api.put(seededGroup, { displayName: "x" })).status).to.equal(404);
    expect(api.emulator.tenant.roleAssignments.list()).to.deep.equal([]);
  });

  it("are not deleted while environments are inside", async () => {
    api.emulator.tenant.environments.update(seeded.managedEnvironmentId, {
      environmentGroupId: seeded.groupId,
    });

    const answer = await api.delete(seededGroup);

    api.emulator.configure({ groupInUse: 400 });
    const other = await api.delete(seededGroup);

    expect([answer.status, codeOf(answer)]).to.deep.equal([409, "EnvironmentsInEnvironmentGroup"]);
    expect([other.status, codeOf(other)]).to.deep.equal([400, "Conflict"]);
  });

  it("are not deleted while a policy is assigned to them: 400 Conflict", async () => {
    const { ruleAssignments } = api.emulator.tenant;
    const resourceId = seeded.groupId.toUpperCase();
    ruleAssignments.add({ policyId: "p1", resourceType: "EnvironmentGroup", resourceId });

    const answer = await api.delete(seededGroup);
    ruleAssignments.remove(`p1/EnvironmentGroup/${resourceId}`);

    expect([answer.status, codeOf(answer)]).to.deep.equal([400, "Conflict"]);
    expect((await api.delete(seededGroup)).status).to.equal(200);
  });

  it("are not deleted while a routing rule names them: 400 Conflict", async () => {
    const { ruleBasedPolicies } = api.emulator.tenant;
    const rules = [{ priority: 1, environmentGroupId: seeded.groupId }];
    const { id } = ruleBasedPolicies.add({ ruleSets: [{ id: "EnvironmentRouting", inputs: { rules } }] });

    const answer = await api.delete(seededGroup);
    ruleBasedPolicies.update(id, { ruleSets: [{ id: "EnvironmentRouting", inputs: { rules: [] } }] });

    expect([answer.status, codeOf(answer)]).to.deep.equal([400, "Conflict"]);
    expect((await api.delete(seededGroup)).status).to.equal(200);
  });
});

describe("group membership of the emulator", () => {
  const api = withEmulator();

  const groupOf = async (id: string): Promise<unknown> =>
    (await api.get(`/environmentmanagement/environments/${id}`)).body.environmentGroupId;
  const stateOf = ({ body }: Answered): unknown => (body.state as { id: string }).id;

  it("is accepted with a Location alone and settles after the polls asked for", async () => {
    api.emulator.configure({ provisioning: { operations: 2, retryAfterSeconds: 3 } });
    const accepted = await api.post(add(seeded.managedEnvironmentId), {
      properties: { parentEnvironmentGroup: { id: seeded.groupId } },
    });
    const location = accepted.headers.get("location") ?? "";

    const polls = [await api.get(location), await api.get(location), await api.get(location)];

    expect([accepted.status, accepted.text]).to.deep.equal([202, ""]);
    expect(location).to.match(/^http:.*\/environmentGroupOperations\/[-0-9a-f]+\?api-version=1$/);
    expect(polls.map(stateOf)).to.deep.equal(["NotStarted", "NotStarted", "Succeeded"]);
    expect(polls[0]?.headers.get("retry-after")).to.equal("3");
    expect(await groupOf(seeded.managedEnvironmentId)).to.equal(seeded.groupId);
  });

  it("settles for a client that polls the environment instead", async () => {
    await api.post(add(seeded.managedEnvironmentId));

    const seen = [await groupOf(seeded.managedEnvironmentId), await groupOf(seeded.managedEnvironmentId)];

    expect(seen).to.deep.equal([undefined, seeded.groupId]);
  });

  it("is refused for an environment that is not managed", async () => {
    const answer = await api.post(add(seeded.sandboxEnvironmentId));

    expect([answer.status, codeOf(answer)]).to.deep.equal([400, "InputValidationError"]);
  });

  it("is not removed before it has settled", async () => {
    await api.post(add(seeded.managedEnvironmentId));

    const early = await api.post(remove(seeded.managedEnvironmentId), {});

    expect([early.status, codeOf(early)]).to.deep.equal([400, "InputValidationError"]);
  });

  it("is removed once it has settled", async () => {
    api.emulator.configure({ provisioning: { operations: 0 } });
    await api.post(add(seeded.managedEnvironmentId));

    const removed = await api.post(remove(seeded.managedEnvironmentId));

    expect(removed.status).to.equal(202);
    expect(await groupOf(seeded.managedEnvironmentId)).to.equal(null);
  });

  it("ends as Failed and changes nothing when it is told to", async () => {
    api.emulator.configure({ provisioning: { operations: 0, operationsEnd: "Failed" } });
    const accepted = await api.post(add(seeded.managedEnvironmentId));

    const polled = await api.get(accepted.headers.get("location") ?? "");

    expect(stateOf(polled)).to.equal("Failed");
    expect(await groupOf(seeded.managedEnvironmentId)).to.equal(undefined);
  });

  it("is changed one operation at a time, for an environment and for a group: 409, which nothing documents", async () => {
    const { id } = api.emulator.tenant.environments.add({ protectionLevel: "Standard" });
    api.emulator.configure({ provisioning: { operations: 5 } });
    await api.post(add(seeded.managedEnvironmentId));

    const [sameGroup, sameEnvironment] = [
      await api.post(add(id)),
      await api.delete(`/environmentmanagement/environments/${seeded.managedEnvironmentId}`),
    ];

    expect([sameGroup.status, codeOf(sameGroup)]).to.deep.equal([409, "OperationNotStartable"]);
    expect(sameEnvironment.status).to.equal(409);
  });

  it("answers 204 for an operation that is not known", async () => {
    const answer = await api.get(
      "/environmentmanagement/environmentGroupOperations/12345678-1234-4234-8234-123456789abc",
    );

    expect(answer.status).to.equal(204);
  });
});

describe("environment groups as documented", () => {
  const api = withEmulator({ answers: "documented" });

  it("answer 204 for a missing group and for a delete", async () => {
    const statuses = [await api.delete(seededGroup), await api.get(seededGroup), await api.delete(seededGroup)].map(
      ({ status }) => status,
    );

    expect(statuses).to.deep.equal([204, 204, 204]);
  });
});
