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

  it("can be disabled and enabled", async () => {
    api.emulator.configure({ provisioning: { operations: 0 } });

    await api.post(at(seeded.sandboxEnvironmentId, "/Disable"), { reason: "spring cleaning" });

    expect((await api.get(at(seeded.sandboxEnvironmentId))).body.state).to.equal("Disabled");
    await api.post(at(seeded.sandboxEnvironmentId, "/Enable"));
    expect((await api.get(at(seeded.sandboxEnvironmentId))).body.state).to.equal("Enabled");
  });

  it("are given another SKU in place, but not to or from one that the service alone gives", async () => {
    api.emulator.configure({ provisioning: { operations: 0 } });
    const path = at(seeded.sandboxEnvironmentId, "/modifySku");

    const checked = await api.post(`${path}?ValidateOnly=true`, { environmentSku: "Production" });
    const before = (await api.get(at(seeded.sandboxEnvironmentId))).body.type;
    const refused = [
      await api.post(`${path}?ValidateOnly=true`, { environmentSku: "Teams" }),
      await api.post(at(`Default-${tenantId}`, "/modifySku"), { environmentSku: "Production" }),
    ];
    await api.post(path, { environmentSku: "Production" });

    expect([checked.status, before]).to.deep.equal([202, "Sandbox"]);
    expect(refused.map((answer) => [answer.status, codeOf(answer)])).to.deep.equal([
      [400, "ValidationFailed"],
      [400, "ValidationFailed"],
    ]);
    expect((await api.get(at(seeded.sandboxEnvironmentId))).body.type).to.equal("Production");
  });

  it("end a check that fails as ValidationFailed when they are told to, and a check is no write", async () => {
    api.emulator.configure({ provisioning: { failedCheck: "operation" } });
    const checked = await api.delete(at(`Default-${tenantId}?ValidateOnly=true`));
    const { body } = await api.get(at(`Default-${tenantId}`, "/operations"));

    const [{ status, errorDetail } = {}] = body.collection as Json[];
    expect([checked.status, checked.text, status]).to.deep.equal([202, "", "ValidationFailed"]);
    expect(errorDetail).to.deep.equal({ code: "DefaultEnvironmentCannotBeDeleted", fieldErrors: null });
    expect(api.emulator.writes).to.deep.equal([]);
  });

  it("say in a check that fails as an operation which member of the request is wrong", async () => {
    api.emulator.configure({ provisioning: { failedCheck: "operation", accepted: "operation" } });

    const path = at(seeded.sandboxEnvironmentId, "/modifySku?ValidateOnly=true");
    const { body } = await api.post(path, { environmentSku: "Teams" });

    const { fieldErrors } = body.errorDetail as { fieldErrors: Json };
    expect(fieldErrors).to.deep.equal({
      environmentSku: { errorMessages: ["The SKU cannot be changed from Sandbox to Teams."] },
    });
  });

  it("end the operations of one name as Failed when they are told to", async () => {
    api.emulator.configure({ provisioning: { operations: 0, operationsEnd: { EnableManaged: "Failed" } } });
    await api.post(at(seeded.sandboxEnvironmentId, "/governanceSetting/enableManaged"));
    await api.post(at(seeded.sandboxEnvironmentId, "/modifySku"), { environmentSku: "Production" });

    const { body } = await api.get(at(seeded.sandboxEnvironmentId));

    expect(body).to.include({ protectionLevel: "Basic", type: "Production" });
  });

  it("answer a conflict with a code alone", async () => {
    const { status, body } = await api.delete(at(`Default-${tenantId}`));

    expect([status, body]).to.deep.equal([
      409,
      { errorDetail: { code: "DefaultEnvironmentCannotBeDeleted", fieldErrors: null } },
    ]);
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

describe("deleted environments", () => {
  const api = withEmulator({ provisioning: { operations: 0 } });
  const path = at(seeded.sandboxEnvironmentId);
  const isListed = async (): Promise<boolean> =>
    idsOf(await api.get(environments)).includes(seeded.sandboxEnvironmentId);

  it("lose what hangs on them, leave the list and are found by their id until the retention is over", async () => {
    const { tenant } = api.emulator;
    tenant.roleAssignments.add({ scope: `/tenants/${tenantId}/environments/${seeded.sandboxEnvironmentId}` });
    tenant.environments.update(seeded.sandboxEnvironmentId, { environmentGroupId: seeded.groupId });
    await api.delete(path);

    const { body } = await api.get(path.toUpperCase().replace("/ENVIRONMENTMANAGEMENT", "/environmentmanagement"));
    api.clock.advance(7 * 24 * 3600 * 1000);

    expect(tenant.roleAssignments.list()).to.deep.equal([]);
    expect(body).to.include({ displayName: "Contoso Sandbox", state: "Deleted" });
    expect(body.deletedDateTime).to.be.a("string");
    expect(body.retentionDetails).to.include({ retentionPeriod: "P7D" });
    expect(body).to.not.have.property("environmentGroupId");
    expect([await isListed(), (await api.get(path)).status]).to.deep.equal([false, 404]);
  });

  it("are not deleted twice", async () => {
    await api.delete(path);

    expect((await api.delete(path)).status).to.equal(404);
  });

  it("are listed, or found nowhere, when it is told to", async () => {
    await api.delete(path);

    api.emulator.configure({ deletedEnvironments: "listed" });
    const listed = [await isListed(), (await api.get(path)).status];
    api.emulator.configure({ deletedEnvironments: "hidden" });
    const hidden = [await isListed(), (await api.get(path)).status];

    expect([listed, hidden]).to.deep.equal([
      [true, 200],
      [false, 404],
    ]);
  });

  it("are forgotten at once without retention", async () => {
    api.emulator.configure({ retentionDays: 0 });
    await api.delete(path);

    expect((await api.get(path)).status).to.equal(404);
  });

  it("are recovered within the retention", async () => {
    await api.delete(path);
    const recovered = await api.post(`${path}/recover`);
    const { body } = await api.get(path);

    expect(recovered.status).to.equal(202);
    expect(body).to.include({ state: "Enabled", domainName: "contososandbox" });
    expect(body).to.not.have.any.keys("deletedDateTime", "retentionDetails");
    expect(await isListed()).to.equal(true);
  });

  it("are not recovered when they are not deleted, are forgotten, or their domain name is taken", async () => {
    const live = await api.post(`${path}/recover`);
    await api.delete(path);
    const { id } = api.emulator.tenant.environments.add({ domainName: "ContosoSandbox" });
    const taken = await api.post(`${path}/recover`);
    api.emulator.tenant.environments.remove(id);
    api.clock.advance(7 * 24 * 3600 * 1000);
    const forgotten = await api.post(`${path}/recover`);

    expect([live, taken, forgotten].map((answer) => [answer.status, codeOf(answer)])).to.deep.equal([
      [409, "EnvironmentNotDeleted"],
      [409, "DomainNameTaken"],
      [400, "EnvironmentNotFound"],
    ]);
  });
});
