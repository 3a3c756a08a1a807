import { expect } from "chai";
import { seeded } from "../../../testing/emulator";
import { defaultSettings } from "../../../testing/emulator/settings";
import { billingPolicy, isvContract, tenantId } from "./bodies";
import type { Answered } from "./harness";
import { valueOf, withEmulator } from "./harness";

const policies = "/licensing/billingPolicies";
const codeOf = ({ body }: Answered): unknown => (body.error as { code: string } | undefined)?.code;

describe("billing policies of the emulator", () => {
  const api = withEmulator();
  const create = async (more = {}): Promise<string> => {
    const { body } = await api.post(policies, billingPolicy(more));
    return `${policies}/${String(body.id)}`;
  };

  it("are created with 201, filled by the server", async () => {
    const answer = await api.post(policies.toLowerCase(), billingPolicy({ location: "UnitedStates" }));

    expect(answer.status).to.equal(201);
    expect(answer.body).to.deep.include({
      type: "TenantOwned",
      status: "Enabled",
      location: "unitedstates",
      createdOn: "2026-01-01T00:00:00.0000000Z",
      lastModifiedBy: { id: seeded.ownerId, type: "User" },
    });
    expect(answer.body.billingInstrument).to.deep.equal({
      id: "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-billing/providers/Microsoft.PowerPlatform/accounts/payg-us",
      resourceGroup: "rg-billing",
      subscriptionId: "11111111-1111-4111-8111-111111111111",
    });
  });

  it("are refused for a member that the contract does not have", async () => {
    const answer = await api.post(policies, billingPolicy({ colour: "blue" }));

    expect(answer.status).to.equal(400);
    expect(answer.text).to.include("colour");
  });

  it("keep what a PUT leaves out and refuse what it may not change", async () => {
    const path = await create();

    const changed = await api.put(path, { status: "Disabled" });
    const refused = await api.put(path, { location: "europe" });

    expect(changed.body).to.include({ name: "payg-us", status: "Disabled" });
    expect(refused.status).to.equal(400);
    expect(refused.text).to.include("location");
  });

  it("keep the first name in the address of their Azure account", async () => {
    const path = await create();

    const { body } = await api.put(path, { name: "renamed", status: "Enabled" });

    expect((body.billingInstrument as { id: string }).id).to.match(/accounts\/payg-us$/);
  });

  it("are Provisioning for as many reads as asked for", async () => {
    api.emulator.configure({ provisioning: { billingPolicyCreate: 2 } });
    const path = await create({ status: "Disabled" });

    const seen = [await api.get(path), await api.post(`${path}/refreshProvisioningStatus`), await api.get(path)];

    expect(seen.map(({ body }) => body.status)).to.deep.equal(["Provisioning", "Provisioning", "Disabled"]);
  });

  it("are Provisioning after a PUT too", async () => {
    api.emulator.configure({ provisioning: { billingPolicyUpdate: 1 } });
    const path = await create();

    const put = await api.put(path, { status: "Disabled" });
    const seen = [await api.get(path), await api.get(path)];

    expect([put, ...seen].map(({ body }) => body.status)).to.deep.equal(["Provisioning", "Provisioning", "Disabled"]);
  });

  it("stay Provisioning until they are told otherwise", async () => {
    api.emulator.configure({ provisioning: { billingPolicyCreate: "untilTold" } });
    const path = await create();
    const before = [await api.get(path), await api.get(path)].map(({ body }) => body.status);

    api.emulator.tenant.billingPolicies.update(path.split("/").at(-1) ?? "", { status: "Enabled" });

    expect(before).to.deep.equal(["Provisioning", "Provisioning"]);
    expect((await api.get(path)).body.status).to.equal("Enabled");
  });

  it("are deleted with 204, and then are missing", async () => {
    const path = await create();

    const [first, second] = [await api.delete(path), await api.delete(path)];

    expect([first.status, first.text, second.status, codeOf(second)]).to.deep.equal([
      204,
      "",
      404,
      "BillingPolicyNotFound",
    ]);
  });

  it("answer an unknown id with an empty 403 when told to", async () => {
    api.emulator.configure({ unknownBillingPolicy: 403 });

    const answer = await api.get(`${policies}/12345678-1234-4234-8234-123456789abc`);

    expect([answer.status, answer.text]).to.deep.equal([403, ""]);
  });

  it("take $top without effect", async () => {
    await create();
    await create();

    expect(valueOf(await api.get(`${policies}?$top=1`))).to.have.length(2);
  });
});

describe("environments of billing policies", () => {
  const api = withEmulator();
  const environmentIds = [seeded.sandboxEnvironmentId.toUpperCase()];
  const create = async (more = {}): Promise<string> => {
    const { body } = await api.post(policies, billingPolicy(more));
    return `${policies}/${String(body.id)}`;
  };

  it("are linked, read from both sides and unlinked, twice without harm", async () => {
    const path = await create();

    const added = [await api.post(`${path}/environments/add`, { environmentIds })];
    added.push(await api.post(`${path}/environments/add`, { environmentIds }));
    const listed = valueOf(await api.get(`${path}/environments`));
    const single = await api.get(`${path}/environments/${seeded.sandboxEnvironmentId}`);
    const reverse = await api.get(`/licensing/environments/${seeded.sandboxEnvironmentId}/billingPolicy`);
    const removed = [await api.post(`${path}/environments/remove`, { environmentIds })];
    removed.push(await api.post(`${path}/environments/remove`, { environmentIds }));

    expect([...added, ...removed].map(({ status, text }) => [status, text])).to.deep.equal(Array(4).fill([200, ""]));
    expect(listed).to.deep.equal([single.body]);
    expect(single.body.environmentId).to.equal(seeded.sandboxEnvironmentId);
    expect(reverse.body.id).to.equal(path.split("/").at(-1));
    expect((await api.get(`${path}/environments/${seeded.sandboxEnvironmentId}`)).status).to.equal(404);
    expect((await api.get(`/licensing/environments/${seeded.sandboxEnvironmentId}/billingPolicy`)).status).to.equal(
      404,
    );
  });

  it("move to another policy, or are refused when told so", async () => {
    const [first, second] = [await create(), await create()];
    await api.post(`${first}/environments/add`, { environmentIds });

    const moved = await api.post(`${second}/environments/add`, { environmentIds });
    api.emulator.configure({ linkedElsewhere: "conflict" });
    const refused = await api.post(`${first}/environments/add`, { environmentIds });

    expect([moved.status, refused.status]).to.deep.equal([200, 409]);
    expect(valueOf(await api.get(`${first}/environments`))).to.deep.equal([]);
  });

  it("have to be in the geography of the policy", async () => {
    const path = await create({ location: "europe" });

    const answer = await api.post(`${path}/environments/add`, { environmentIds });

    expect([answer.status, codeOf(answer)]).to.deep.equal([400, "EnvironmentLocationMismatch"]);
  });

  it("are linked all or none: an unknown one refuses the others", async () => {
    const path = await create();

    const answer = await api.post(`${path}/environments/add`, {
      environmentIds: [...environmentIds, "nowhere"],
    });

    expect([answer.status, codeOf(answer)]).to.deep.equal([400, "EnvironmentNotFound"]);
    expect(valueOf(await api.get(`${path}/environments`))).to.deep.equal([]);
  });

  it("have no link to an unknown policy", async () => {
    const path = `${policies}/12345678-1234-4234-8234-123456789abc/environments`;

    const answers = [
      await api.get(path),
      await api.get(`${path}/${seeded.sandboxEnvironmentId}`),
      await api.post(`${path}/add`, { environmentIds }),
      await api.post(`${path}/remove`, { environmentIds }),
    ];

    expect(answers.map((answer) => [answer.status, codeOf(answer)])).to.deep.equal(
      Array(4).fill([404, "BillingPolicyNotFound"]),
    );
  });

  it("stay linked to a policy that is disabled", async () => {
    const path = await create();
    await api.post(`${path}/environments/add`, { environmentIds });

    await api.put(path, { status: "Disabled" });

    expect(valueOf(await api.get(`${path}/environments`))).to.have.length(1);
  });

  it("lose their link when the policy is deleted", async () => {
    const path = await create();
    await api.post(`${path}/environments/add`, { environmentIds });

    await api.delete(path);

    expect(api.emulator.tenant.billingPolicyEnvironments.list()).to.deep.equal([]);
    expect((await api.get(`${path}/environments`)).status).to.equal(404);
  });
});

describe("ISV contracts of the emulator", () => {
  const api = withEmulator({ isv: true });
  const contracts = "/licensing/isvContracts";

  it("are created, read, changed and deleted", async () => {
    const created = await api.post(contracts, isvContract());
    const path = `${contracts}/${String(created.body.id)}`;

    const changed = await api.put(path, { status: "Disabled", conditions: { apiFilter: {} } });
    const listed = valueOf(await api.get(contracts));
    const deleted = [await api.delete(path), await api.delete(path)];

    expect(created.status).to.equal(201);
    expect(changed.body).to.deep.include({
      name: "contoso1234",
      status: "Disabled",
      conditions: { apiFilter: {} },
    });
    expect(listed).to.deep.equal([changed.body]);
    expect(deleted.map(({ status }) => status)).to.deep.equal([204, 404]);
    expect((await api.get(path)).status).to.equal(404);
  });

  it("are refused with a name that breaks the pattern", async () => {
    const answer = await api.post(contracts, isvContract({ name: "contoso-1234" }));

    expect(answer.status).to.equal(400);
    expect(answer.text).to.include("name");
  });

  it("are refused to change the consumer", async () => {
    const { body } = await api.post(contracts, isvContract());

    const answer = await api.put(`${contracts}/${String(body.id)}`, { consumer: { tenantId } });

    expect(answer.status).to.equal(400);
    expect(answer.text).to.include("consumer");
  });

  it("are forbidden to everybody in a tenant that is no vendor, as it is unless told otherwise", async () => {
    api.emulator.configure({ isv: defaultSettings().isv });

    const answer = await api.get(contracts);

    expect([answer.status, answer.text]).to.deep.equal([403, ""]);
  });
});
