import { expect } from "chai";
import { seeded } from "../../../testing/emulator";
import type { Answered, Json } from "./harness";
import { withEmulator } from "./harness";

const at = (id: string, more = ""): string => `/environmentmanagement/environments/${id}${more}`;

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

  it("are locked by a rule of the group's policy that has an input of their name, and the refusal names it", async () => {
    const { environments, ruleAssignments, ruleBasedPolicies } = api.emulator.tenant;
    const ruleSets = [{ id: "CodeAppsFeature", inputs: { PowerApps_AllowCodeApps: true } }];
    const { id: policyId } = ruleBasedPolicies.add({ name: "Apps", ruleSets });
    ruleAssignments.add({ policyId, resourceType: "EnvironmentGroup", resourceId: seeded.groupId });
    environments.update(seeded.sandboxEnvironmentId, { environmentGroupId: seeded.groupId });

    const refused = await api.patch(path, { PowerApps_AllowCodeApps: false });
    const free = await api.patch(path, { PowerApps_NLSearch: true });

    expect([refused.status, free.status]).to.deep.equal([409, 200]);
    expect(refused.text).to.include("governed by the rule CodeAppsFeature of the environment group");
  });
});
