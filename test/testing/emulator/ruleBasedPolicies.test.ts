import { expect } from "chai";
import { seeded } from "../../../testing/emulator";
import { ruleBasedPolicy, tenantId } from "./bodies";
import type { Answered, Json } from "./harness";
import { valueOf, withEmulator } from "./harness";

const policies = "/governance/ruleBasedPolicies";
const codeApps = { id: "CodeAppsFeature", version: "1.0", inputs: { PowerApps_AllowCodeApps: true } };
const release = { id: "ReleaseChannel", version: "1.0", inputs: { ReleaseChannel: 1 } };
const welcome = {
  id: "MakerOnboardingContent",
  version: "1.0",
  inputs: { makerOnboardingUrl: "https://contoso.example", makerOnboardingMarkdown: "Hello" },
};
const created = "2026-01-01T00:00:00.0000000Z";
const later = "2026-01-01T00:00:01.0000000Z";
const codeOf = ({ body }: Answered): unknown => (body.error as { code: string } | undefined)?.code;
const ruleSetsOf = ({ body }: Answered): Json[] => body.ruleSets as Json[];
const idsOf = (answered: Answered): unknown[] => ruleSetsOf(answered).map(({ id }) => id);

describe("rule-based policies of the emulator", () => {
  const api = withEmulator();
  const create = async (more: Json = {}): Promise<string> => {
    const { body } = await api.post(policies, ruleBasedPolicy(more));
    return `${policies}/${String(body.id)}`;
  };

  it("are created with 200, filled by the server, and as often as asked", async () => {
    const first = await api.post(policies, ruleBasedPolicy());
    const second = await api.post(policies, ruleBasedPolicy());

    expect([first.status, second.status]).to.deep.equal([200, 200]);
    expect(first.body.id).to.be.a("string").and.not.equal(second.body.id);
    expect(first.body).to.deep.equal({
      id: first.body.id,
      tenantId,
      name: "Finance rules",
      lastModified: created,
      ruleSetCount: 1,
      ruleSets: [codeApps],
    });
    expect(valueOf(await api.get(policies))).to.have.length(2);
  });

  it("are refused without a name", async () => {
    const answer = await api.post(policies, { ruleSets: [codeApps] });

    expect([answer.status, codeOf(answer)]).to.deep.equal([400, "InputValidationError"]);
  });

  it("are replaced by PUT, which refuses to drop a rule set", async () => {
    const path = await create({ ruleSets: [codeApps, release] });

    const refused = await api.put(path, ruleBasedPolicy({ ruleSets: [release] }));
    const changed = { ...release, inputs: { ReleaseChannel: 2 } };
    const replaced = await api.put(path, { name: "Renamed", ruleSets: [changed, codeApps, welcome] });

    expect([refused.status, codeOf(refused)]).to.deep.equal([400, "InputValidationError"]);
    expect(refused.text).to.include("CodeAppsFeature");
    expect(replaced.body.name).to.equal("Renamed");
    expect(idsOf(replaced)).to.deep.equal(["ReleaseChannel", "CodeAppsFeature", "MakerOnboardingContent"]);
    expect(ruleSetsOf(await api.get(path))[0]).to.deep.equal(changed);
  });

  it("answer a PUT as an assignment where the answers are documented", async () => {
    const path = await create();
    api.emulator.configure({ answers: "documented" });

    const { body } = await api.put(path, ruleBasedPolicy());

    expect(body)
      .to.include({ policyId: path.split("/").at(-1), ruleSetCount: 1 })
      .and.not.have.property("ruleSets");
  });

  it("merge a PATCH by the id of the rule set and date what it set", async () => {
    const path = await create({ ruleSets: [codeApps, release] });
    await api.clock.sleep(1000);

    const patched = await api.patch(path, { ruleSets: [{ ...release, inputs: { ReleaseChannel: 2 } }] });

    expect(patched.body).to.include({ name: "Finance rules", lastModified: later });
    expect(ruleSetsOf(patched)).to.deep.equal([
      codeApps,
      { ...release, inputs: { ReleaseChannel: 2 }, lastModifiedDate: later },
    ]);
  });

  it("lose a rule set by removeRule, which wants their present name", async () => {
    const path = await create({ ruleSets: [codeApps, release] });

    const refused = await api.patch(`${path}/removeRule`, { name: "Another", ruleSets: [{ id: "ReleaseChannel" }] });
    const removed = await api.patch(`${path}/removeRule`, {
      name: "Finance rules",
      ruleSets: [{ id: "releasechannel", version: "1.0" }],
    });

    expect(refused.status).to.equal(400);
    expect(idsOf(removed)).to.deep.equal(["CodeAppsFeature"]);
    expect(removed.body.ruleSetCount).to.equal(1);
  });

  it("show the welcome text only when asked for the content of the customer", async () => {
    const path = await create({ ruleSets: [welcome] });

    const silent = await api.get(path);
    const asked = await api.get(`${path}?includeCustomerContent=true`);

    expect(ruleSetsOf(silent)[0]?.inputs).to.deep.equal({ ...welcome.inputs, makerOnboardingMarkdown: "" });
    expect(ruleSetsOf(asked)[0]).to.deep.equal(welcome);
  });

  it("show booleans and integers as strings, and take JSON types alone, behind a switch", async () => {
    api.emulator.configure({ ruleValues: "strings" });
    const path = await create({ ruleSets: [codeApps, release] });

    const seen = ruleSetsOf(await api.get(path));
    const refused = await api.patch(path, { ruleSets: [seen[0]] });

    expect(seen.map(({ inputs }) => inputs)).to.deep.equal([
      { PowerApps_AllowCodeApps: "True" },
      { ReleaseChannel: "1" },
    ]);
    expect([refused.status, codeOf(refused)]).to.deep.equal([400, "InputValidationError"]);
    expect(refused.text).to.include("Expected Boolean but got String");
    expect((await api.patch(path, { ruleSets: [codeApps, release] })).status).to.equal(200);
  });

  it("are deleted with 204, then 404, and not while they are assigned", async () => {
    const path = await create();
    const assignment = `${path}/environmentGroups/${seeded.groupId}/assignments`;
    await api.post(assignment, {});

    const refused = await api.delete(path);
    await api.delete(assignment);

    expect([refused.status, codeOf(refused)]).to.deep.equal([409, "PolicyAssigned"]);
    expect((await api.delete(path)).status).to.equal(204);
    expect([(await api.delete(path)).status, (await api.get(path)).status]).to.deep.equal([404, 404]);
  });
});
