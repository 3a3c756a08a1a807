import { expect } from "chai";
import { seeded } from "../../../testing/emulator";
import { tenantId } from "./bodies";
import type { Answered, Json } from "./harness";
import { valueOf, withEmulator } from "./harness";

const environments = "/environmentmanagement/environments";
const at = (id: string, more = ""): string => `${environments}/${id}${more}`;
const codeOf = ({ body }: Answered): unknown => (body.errorDetail as { code: string } | undefined)?.code;
const idsOf = (answer: Answered): unknown[] => valueOf(answer).map(({ id }) => id);

describe("environments of the emulator", () => {
  const api = withEmulator();

  it("are found by an id of any letter case, the default environment too", async () => {
    const answer = await api.get(at(`default-${tenantId}`.toUpperCase()));

    expect(answer.body).to.include({ id: `Default-${tenantId}`, type: "Default", protectionLevel: "Basic" });
  });

  it("are listed by ids, filter, selection and order", async () => {
    const [byIds, byFilter, selected, ordered, cut] = await Promise.all([
      api.get(`${environments}?ids=${seeded.managedEnvironmentId.toUpperCase()},${seeded.sandboxEnvironmentId}`),
      api.get(`${environments}?$filter=type eq 'sandbox' or type eq Production`),
      api.get(`${environments}?$select=id,displayName&$top=1`),
      api.get(`${environments}?$orderby=displayName desc`),
      api.get(`${environments}?$skip=1&$top=1`),
    ]);

    expect(idsOf(byIds)).to.have.members([seeded.managedEnvironmentId, seeded.sandboxEnvironmentId]);
    expect(idsOf(byFilter)).to.have.members([seeded.managedEnvironmentId, seeded.sandboxEnvironmentId]);
    expect(valueOf(selected)).to.deep.equal([{ id: `Default-${tenantId}`, displayName: "Contoso (default)" }]);
    expect(idsOf(ordered)[0]).to.equal(seeded.sandboxEnvironmentId);
    expect(idsOf(cut)).to.deep.equal([seeded.managedEnvironmentId]);
  });

  it("are not listed by a filter that is not understood, nor by a wrong $top", async () => {
    const filtered = await api.get(`${environments}?$filter=colour eq 'blue'`);
    const topped = await api.get(`${environments}?$top=many`);

    expect([filtered.status, topped.status]).to.deep.equal([400, 400]);
    expect(filtered.text).to.include("colour");
    expect(topped.text).to.include("$top");
  });

  it("accept a change with a bare 202, and have its operation in their list", async () => {
    const accepted = await api.post(at(seeded.sandboxEnvironmentId, "/governanceSetting/enableManaged"));

    const listed = await api.get(at(seeded.sandboxEnvironmentId, "/operations"));

    expect([accepted.status, accepted.text, accepted.headers.get("location")]).to.deep.equal([202, "", null]);
    expect((listed.body.collection as Json[]).map(({ name, status }) => [name, status])).to.deep.equal([
      ["EnableManaged", "InProgress"],
    ]);
  });

  it("accept a change with a Location, and with the operation as body, when told to", async () => {
    const path = at(seeded.sandboxEnvironmentId, "/governanceSetting/enableManaged");
    api.emulator.configure({ provisioning: { operations: 0, accepted: "location" } });
    const located = await api.post(path);
    api.emulator.configure({ provisioning: { accepted: "operation" } });
    const whole = await api.post(path.replace("enable", "disable"));

    expect([located.text, whole.body.status]).to.deep.equal(["", "Succeeded"]);
    for (const { headers } of [located, whole]) expect(headers.get("location")).to.include("/operations/");
  });

  it("become managed through an operation, which both readers show", async () => {
    api.emulator.configure({ provisioning: { accepted: "operation" } });
    const accepted = await api.post(at(seeded.sandboxEnvironmentId, "/governanceSetting/enableManaged"));
    const id = String(accepted.body.operationId);

    const polls = [
      await api.get(accepted.headers.get("location") ?? ""),
      await api.get(at(seeded.sandboxEnvironmentId, `/operations/${id}`)),
    ];

    expect(accepted.status).to.equal(202);
    expect(polls.map(({ body }) => body.status)).to.deep.equal(["InProgress", "Succeeded"]);
    expect((await api.get(at(seeded.sandboxEnvironmentId))).body.protectionLevel).to.equal("Standard");
  });

  it("are refused a second operation while one runs", async () => {
    await api.post(at(seeded.sandboxEnvironmentId, "/governanceSetting/enableManaged"));

    const busy = await api.delete(at(seeded.sandboxEnvironmentId));

    expect([busy.status, codeOf(busy)]).to.deep.equal([409, "OperationNotStartable"]);
  });

  it("get through for a client that only repeats its request while another operation runs", async () => {
    await api.post(at(seeded.sandboxEnvironmentId, "/governanceSetting/enableManaged"));
    const again = (): Promise<Answered> =>
      api.post(at(seeded.sandboxEnvironmentId, "/governanceSetting/disableManaged"));

    const statuses = [(await again()).status, (await again()).status, (await again()).status];

    expect(statuses).to.deep.equal([409, 409, 202]);
  });

  it("are not made managed without Dataverse", async () => {
    const answer = await api.post(at(`Default-${tenantId}`, "/governanceSetting/enableManaged"));

    expect([answer.status, codeOf(answer)]).to.deep.equal([409, "DataverseRequired"]);
  });

  it("answer what is as asked already with a refusal, or with an operation that did nothing", async () => {
    const refused = await api.post(at(seeded.managedEnvironmentId, "/governanceSetting/enableManaged"));
    api.emulator.configure({ provisioning: { unchanged: "noOperation" } });
    const accepted = await api.post(at(seeded.managedEnvironmentId, "/governanceSetting/enableManaged"));
    const { body } = await api.get(at(seeded.managedEnvironmentId, "/operations"));

    expect([refused.status, codeOf(refused), accepted.status]).to.deep.equal([409, "AlreadyManaged", 202]);
    expect((body.collection as Json[]).map(({ status }) => status)).to.deep.equal(["NoOperation"]);
  });

  it("stay managed while they are in a group", async () => {
    api.emulator.tenant.environments.update(seeded.managedEnvironmentId, {
      environmentGroupId: seeded.groupId,
    });

    const answer = await api.post(at(seeded.managedEnvironmentId, "/governanceSetting/disableManaged"));

    expect([answer.status, codeOf(answer)]).to.deep.equal([409, "EnvironmentInEnvironmentGroup"]);
  });

  it("are only checked with ValidateOnly", async () => {
    const answer = await api.delete(at(`${seeded.sandboxEnvironmentId}?ValidateOnly=true`));
    const { body } = await api.get(at(seeded.sandboxEnvironmentId, "/operations"));

    expect([answer.status, answer.text]).to.deep.equal([202, ""]);
    expect((body.collection as Json[]).map(({ status }) => status)).to.deep.equal(["ValidationPassed"]);
    expect((await api.get(at(seeded.sandboxEnvironmentId))).status).to.equal(200);
  });

  it("are deleted with what hangs on them", async () => {
    const { tenant } = api.emulator;
    tenant.roleAssignments.add({ scope: `/tenants/${tenantId}/environments/${seeded.sandboxEnvironmentId}` });
    api.emulator.configure({ provisioning: { accepted: "operation" } });
    const { body } = await api.delete(at(seeded.sandboxEnvironmentId));
    const operation = `/environmentmanagement/operations/${String(body.operationId)}`;

    await api.get(operation);
    const settled = await api.get(operation);

    expect(settled.body.status).to.equal("Succeeded");
    expect((await api.get(at(seeded.sandboxEnvironmentId))).status).to.equal(404);
    expect(tenant.roleAssignments.list()).to.deep.equal([]);
  });

  it("can be disabled, enabled and given another SKU", async () => {
    api.emulator.configure({ provisioning: { operations: 0 } });

    await api.post(at(seeded.sandboxEnvironmentId, "/Disable"), { reason: "spring cleaning" });
    await api.post(at(seeded.sandboxEnvironmentId, "/modifySku"), { environmentSku: "Production" });

    expect((await api.get(at(seeded.sandboxEnvironmentId))).body).to.include({
      state: "Disabled",
      type: "Production",
    });
    await api.post(at(seeded.sandboxEnvironmentId, "/Enable"));
    expect((await api.get(at(seeded.sandboxEnvironmentId))).body.state).to.equal("Enabled");
  });

  it("list their operations in pages, newest first", async () => {
    api.emulator.configure({ provisioning: { operations: 0 } });
    await api.post(at(seeded.sandboxEnvironmentId, "/Disable"));
    await api.post(at(seeded.sandboxEnvironmentId, "/Enable"));
    const path = at(seeded.sandboxEnvironmentId, "/operations?limit=1");

    const first = await api.get(path);
    const second = await api.get(`${path}&continuationToken=${String(first.body.continuationToken)}`);

    const names = [first, second].map(({ body }) => (body.collection as Json[]).map(({ name }) => name));
    expect(names).to.deep.equal([["Enable"], ["Disable"]]);
    expect(second.body.continuationToken).to.equal(null);
  });

  it("answer 404 for an operation that is not known", async () => {
    expect((await api.get("/environmentmanagement/operations/nothing")).status).to.equal(404);
  });
});
