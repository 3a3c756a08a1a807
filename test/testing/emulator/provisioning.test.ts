import { expect } from "chai";
import { seeded } from "../../../testing/emulator";
import { tenantId } from "./bodies";
import type { Answered, Json } from "./harness";
import { valueOf, withEmulator } from "./harness";

const environments = "/environmentmanagement/environments";
const at = (id: string, more = ""): string => `${environments}/${id}${more}`;
const codeOf = ({ body }: Answered): unknown => (body.errorDetail as { code: string } | undefined)?.code;

describe("provisioning by the emulator", () => {
  const api = withEmulator();
  const provisioning = "/environmentmanagement/provisioning";
  const path = `${provisioning}/environments`;

  const withDataverse = (more: Json = {}): Json => ({
    displayName: "Lab",
    environmentSku: "Sandbox",
    location: "unitedstates",
    databaseType: "CommonDataService",
    linkedEnvironmentMetadata: { baseLanguageCode: 1033, currency: { code: "EUR" }, domainName: "lab" },
    ...more,
  });

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

  it("lists an environment as being created, without its Dataverse, until the operation has ended", async () => {
    api.emulator.configure({ provisioning: { operations: 2, accepted: "operation" } });
    const answer = await api.post(path, withDataverse({ location: "EUROPE" }));
    const { environmentId } = answer.body.updatedEnvironment as { environmentId: string };

    const listed = valueOf(await api.get(environments)).filter(({ id }) => id === environmentId);
    const seen = [await api.get(at(environmentId)), await api.get(at(environmentId))];

    expect([answer.status, answer.body.status]).to.deep.equal([202, "Queued"]);
    expect(listed.map(({ displayName, type, geo, state, domainName }) => [displayName, type, geo, state, domainName]))
      .to //
      .deep.equal([["Lab", "Sandbox", "europe", "Creating", undefined]]);
    expect(seen.map(({ body }) => [body.state, body.domainName])).to.deep.equal([
      ["Creating", undefined],
      ["Enabled", "lab"],
    ]);
    expect(seen[1]?.body).to.include({ url: "https://lab.crm.dynamics.com/" });
  });

  it("answers 202 and nothing more, so that the environment is found in the list alone", async () => {
    const answer = await api.post(path, withDataverse());

    expect([answer.status, answer.text, answer.headers.get("location")]).to.deep.equal([202, "", null]);
    expect(valueOf(await api.get(environments)).map(({ displayName }) => displayName)).to.include("Lab");
  });

  it("answers 201 with a running operation, or 202 without Dataverse too, when it is told to", async () => {
    api.emulator.configure({ provisioning: { environmentCreate: "created" } });
    const created = await api.post(path, withDataverse());
    api.emulator.configure({ provisioning: { environmentCreate: "accepted" } });
    const accepted = await api.post(path, { displayName: "Bare", environmentSku: "Sandbox" });

    expect([created.status, created.body.status]).to.deep.equal([201, "Queued"]);
    expect([accepted.status, accepted.text]).to.deep.equal([202, ""]);
  });

  it("shows Dataverse only later than the end of the operation when it is told to", async () => {
    api.emulator.configure({ provisioning: { operations: 0 }, propagation: { dataverse: { attempts: 1 } } });
    await api.post(path, withDataverse());
    const lab = async (): Promise<Json | undefined> =>
      valueOf(await api.get(environments)).find(({ displayName }) => displayName === "Lab");

    const seen = [await lab(), await lab()];

    expect(seen.map((each) => [each?.state, each?.domainName])).to.deep.equal([
      ["Enabled", undefined],
      ["Enabled", "lab"],
    ]);
  });

  it("keeps who an environment is for, and what else it has a member for", async () => {
    const answer = await api.post(path, {
      displayName: "Lab",
      environmentSku: "Developer",
      description: "is in no answer",
      macroRegion: "emea",
      usedBy: { userId: "abababab-abab-4bab-8bab-abababababab" },
      cluster: { category: "FirstRelease" },
    });
    const { environmentId } = answer.body.updatedEnvironment as { environmentId: string };

    const { body } = await api.get(at(environmentId));

    expect(body).to.include({ geo: "europe", clusterCategory: "FirstRelease" });
    expect(body.createdFor).to.deep.equal({ id: "abababab-abab-4bab-8bab-abababababab", type: "User" });
    expect(body).to.not.have.property("description");
  });

  it("no longer lists an environment whose creation has failed", async () => {
    api.emulator.configure({ provisioning: { operationsEnd: "Failed", accepted: "operation" } });
    const { body } = await api.post(path, withDataverse());
    const operation = `/environmentmanagement/operations/${String(body.operationId)}`;

    const polls = [(await api.get(operation)).body.status, (await api.get(operation)).body.status];

    expect(polls).to.deep.equal(["InProgress", "Failed"]);
    expect(valueOf(await api.get(environments)).map(({ displayName }) => displayName)).to.not.include("Lab");
  });

  it("bills the environment to the policy that the request names", async () => {
    api.emulator.configure({ provisioning: { operations: 0 } });
    const { id } = api.emulator.tenant.billingPolicies.add({ location: "europe" });

    const refused = await api.post(path, withDataverse({ billingPolicy: { id } }));
    await api.post(path, withDataverse({ billingPolicy: { id }, location: "europe" }));

    expect([refused.status, codeOf(refused)]).to.deep.equal([400, "ValidationFailed"]);
    expect(api.emulator.tenant.billingPolicyEnvironments.list()).to.have.length(1);
  });

  it("needs a billing policy when it is told to", async () => {
    api.emulator.configure({ provisioning: { billingPolicyRequired: true } });
    const { id } = api.emulator.tenant.billingPolicies.add({ location: "unitedstates" });

    const refused = await api.post(path, withDataverse());
    const accepted = await api.post(path, withDataverse({ billingPolicy: { id } }));

    expect([refused.status, codeOf(refused), accepted.status]).to.deep.equal([400, "ValidationFailed", 202]);
    expect(refused.text).to.include("billingPolicy");
  });

  it("refuses a Sandbox or Production environment for want of capacity when it is told to", async () => {
    api.emulator.configure({ provisioning: { capacity: "exhausted" } });

    const refused = await api.post(path, withDataverse());
    const developer = await api.post(path, withDataverse({ environmentSku: "Developer" }));

    expect([refused.status, codeOf(refused)]).to.deep.equal([409, "InsufficientCapacity_StorageDriven"]);
    expect(developer.status).to.equal(202);
  });

  it("refuses a domain name that another environment has, in any letter case", async () => {
    const refused = await api.post(
      path,
      withDataverse({
        linkedEnvironmentMetadata: { baseLanguageCode: 1033, currency: { code: "USD" }, domainName: "CONTOSO" },
      }),
    );

    expect([refused.status, codeOf(refused)]).to.deep.equal([400, "ValidationFailed"]);
    expect(refused.text).to.include("domainName");
  });

  it("makes an environment managed and a member of a group, with Dataverse alone", async () => {
    const wish = { governanceConfiguration: { protectionLevel: "Standard" } };
    const member = { ...wish, parentEnvironmentGroup: { id: seeded.groupId } };

    const refused = [
      await api.post(path, { displayName: "Lab", environmentSku: "Sandbox", ...wish }),
      await api.post(path, withDataverse({ parentEnvironmentGroup: { id: seeded.groupId } })),
    ];
    const accepted = await api.post(path, withDataverse(member));

    expect(refused.map(({ status }) => status)).to.deep.equal([400, 400]);
    expect(accepted.status).to.equal(202);
    expect(api.emulator.tenant.environments.list(({ displayName }) => displayName === "Lab")[0]).to.include({
      protectionLevel: "Standard",
      environmentGroupId: seeded.groupId,
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
