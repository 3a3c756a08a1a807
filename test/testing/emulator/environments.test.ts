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

describe("settings of environments", () => {
  const api = withEmulator();
  const path = at(seeded.sandboxEnvironmentId, "/settings");
  const entityOf = ({ body }: Answered): Json => (body.objectResult as Json[])[0] ?? {};

  it("are null until they are set, and always have their Id", async () => {
    const answer = await api.get(`${path}?$select=PowerApps_AllowCodeApps`);

    expect(entityOf(answer)).to.deep.equal({
      Id: seeded.sandboxEnvironmentId,
      PowerApps_AllowCodeApps: null,
    });
  });

  it("are selected with their case-sensitive names", async () => {
    expect((await api.get(`${path}?$select=powerApps_AllowCodeApps`)).status).to.equal(400);
  });

  it("keep what a PATCH does not send and match names in any case", async () => {
    await api.patch(path, { PowerApps_AllowCodeApps: true });
    await api.patch(path, { powerApps_NLSearch: false });

    expect(entityOf(await api.get(path))).to.include({
      PowerApps_AllowCodeApps: true,
      PowerApps_NLSearch: false,
    });
  });

  it("are created once", async () => {
    const [first, second] = [await api.post(path, {}), await api.post(path, {})];

    expect([first.status, second.status]).to.deep.equal([200, 409]);
    expect(first.body.objectResult).to.equal(seeded.sandboxEnvironmentId);
  });

  it("are missing for an unknown environment", async () => {
    expect((await api.get(at("nowhere", "/settings"))).status).to.equal(404);
    expect((await api.patch(at("nowhere", "/settings"), {})).status).to.equal(404);
  });

  it("are refused with a value of another type, whatever the letter case of the name", async () => {
    const answers = [
      await api.patch(path, { PowerApps_AllowCodeApps: "yes" }),
      await api.patch(path, { POWERAPPS_ALLOWCODEAPPS: 1 }),
      await api.post(path, { IpBasedStorageAccessSignatureMode: 1.5 }),
    ];

    expect(answers.map(({ status }) => status)).to.deep.equal([400, 400, 400]);
    expect(answers[0]?.text).to.include("PowerApps_AllowCodeApps");
    expect(api.emulator.tenant.environmentSettings.list()).to.deep.equal([]);
  });

  it("are missing until they are created when told to", async () => {
    api.emulator.configure({ unsetEnvironmentSettings: "missing" });

    const before = [await api.get(path), await api.patch(path, { PowerApps_AllowCodeApps: true })];
    await api.post(path, { PowerApps_AllowCodeApps: true });

    expect(before.map(({ status }) => status)).to.deep.equal([404, 404]);
    expect(entityOf(await api.get(path))).to.include({ PowerApps_AllowCodeApps: true });
  });

  it("are locked by the group of the environment, with 409 or with errors in a 200", async () => {
    const locked = { PowerApps_AllowCodeApps: true };
    api.emulator.configure({ lockedEnvironmentSettings: ["PowerApps_AllowCodeApps"] });
    const free = await api.patch(path, locked);
    api.emulator.tenant.environments.update(seeded.sandboxEnvironmentId, {
      environmentGroupId: seeded.groupId,
    });

    const other = await api.patch(path, { PowerApps_NLSearch: true });
    const refused = await api.patch(path, { powerapps_allowcodeapps: false });
    api.emulator.configure({ refusedEnvironmentSettings: "errorsOn200" });
    const hidden = await api.patch(path, { PowerApps_AllowCodeApps: false });

    expect([free, other, refused, hidden].map(({ status }) => status)).to.deep.equal([200, 200, 409, 200]);
    for (const { body } of [refused, hidden]) {
      expect(body.errors).to.include({ code: "SettingLockedByEnvironmentGroup" });
    }
    expect(entityOf(await api.get(path))).to.include({ ...locked, PowerApps_NLSearch: true });
  });
});

describe("provisioning by the emulator", () => {
  const api = withEmulator();
  const provisioning = "/environmentmanagement/provisioning";

  it("creates an environment without Dataverse at once", async () => {
    const answer = await api.post(`${provisioning}/environments`, {
      displayName: "Lab",
      environmentSku: "Sandbox",
    });
    const { environmentId } = answer.body.updatedEnvironment as { environmentId: string };

    expect([answer.status, answer.body.status]).to.deep.equal([201, "Succeeded"]);
    expect((await api.get(at(environmentId))).body).to.include({
      displayName: "Lab",
      protectionLevel: "Basic",
    });
  });

  it("creates an environment with Dataverse as an operation", async () => {
    api.emulator.configure({ provisioning: { accepted: "operation" } });
    const answer = await api.post(`${provisioning}/environments`, {
      displayName: "Lab",
      environmentSku: "Sandbox",
      location: "europe",
      databaseType: "CommonDataService",
      linkedEnvironmentMetadata: { baseLanguageCode: 1033, currency: { code: "EUR" }, domainName: "lab" },
    });
    const { environmentId } = answer.body.updatedEnvironment as { environmentId: string };

    const seen = [await api.get(at(environmentId)), await api.get(at(environmentId))];

    expect(answer.status).to.equal(202);
    expect(seen.map(({ status }) => status)).to.deep.equal([404, 200]);
    expect(seen[1]?.body).to.include({
      geo: "europe",
      domainName: "lab",
      url: "https://lab.crm.dynamics.com/",
    });
  });

  it("says which member of a request is missing", async () => {
    const answer = await api.post(`${provisioning}/environments`, {
      displayName: "Lab",
      environmentSku: "Sandbox",
      location: "europe",
      databaseType: "CommonDataService",
    });

    expect([answer.status, codeOf(answer)]).to.deep.equal([400, "ValidationFailed"]);
    expect(answer.text).to.include("baseLanguageCode");
  });

  it("adds Dataverse to an environment that has none", async () => {
    api.emulator.configure({ provisioning: { operations: 0 } });
    const path = `${provisioning}/environments/Default-${tenantId}/link`;
    const metadata = { baseLanguageCode: 1033, currency: { code: "USD" } };

    const [first, second] = [await api.patch(path, metadata), await api.patch(path, metadata)];

    expect([first.status, second.status]).to.deep.equal([202, 409]);
    expect((await api.get(at(`Default-${tenantId}`))).body.dataverseId).to.be.a("string");
  });

  it("offers locations, and currencies, languages and templates of each", async () => {
    const [locations, ...lists] = await Promise.all([
      api.get(`${provisioning}/locations`),
      ...["currencies", "languages", "templates"].map((list) => api.get(`${provisioning}/locations/Europe/${list}`)),
    ]);

    expect((locations.body.collection as Json[]).map(({ name }) => name)).to.include("unitedstates");
    for (const { body } of lists) expect(body.collection).to.be.an("array").that.is.not.empty;
    expect((await api.get(`${provisioning}/locations/moon/currencies`)).status).to.equal(404);
  });
});
