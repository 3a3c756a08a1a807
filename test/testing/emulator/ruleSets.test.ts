import { expect } from "chai";
import { seeded } from "../../../testing/emulator";
import { ruleSet } from "./bodies";
import type { Answered, Json } from "./harness";
import { valueOf, withEmulator } from "./harness";

const ofGroup = `/governance/environmentGroups/${seeded.groupId}/ruleSets`;
const codeOf = ({ body }: Answered): unknown => (body.error as { code: string } | undefined)?.code;
const parametersOf = (body: Json): Json[] => body.parameters as Json[];

describe("older rule sets of groups in the emulator", () => {
  const api = withEmulator();
  const create = async (): Promise<string> => String((await api.post(ofGroup, ruleSet())).body.id);

  it("are 204 of their group and an empty object of the tenant while there is none", async () => {
    const answers = [await api.get(ofGroup), await api.get("/governance/ruleSets")];

    expect(answers.map(({ status, text }) => [status, text])).to.deep.equal([
      [204, ""],
      [200, "{}"],
    ]);
  });

  it("are created with 201, name their group and carry a member that nobody sent", async () => {
    const created = await api.post(ofGroup, ruleSet());

    expect(created.status).to.equal(201);
    expect(created.body.environmentFilter).to.deep.equal({
      type: "Include",
      values: [{ id: seeded.groupId, type: "EnvironmentGroup" }],
    });
    expect(parametersOf(created.body)[0]).to.deep.equal({
      type: "Sharing",
      resourceType: "App",
      value: [{ id: "MaximumShareLimit", value: "42" }],
      hasStagedChanges: false,
    });
    expect(valueOf(await api.get(ofGroup))).to.deep.equal([created.body]);
    expect(valueOf(await api.get("/governance/ruleSets"))).to.deep.equal([created.body]);
  });

  it("are refused as a second one of a group, and with values that are no text", async () => {
    const wrong = await api.post(
      ofGroup,
      ruleSet({ parameters: [{ value: [{ id: "MaximumShareLimit", value: 42 }] }] }),
    );
    await create();

    const second = await api.post(ofGroup, ruleSet());

    expect([wrong.status, second.status, codeOf(second)]).to.deep.equal([400, 409, "Conflict"]);
  });

  it("are replaced as a whole by a body that carries their id", async () => {
    const id = await create();
    const parameters = [{ type: "Copilot", value: [] }];

    const refused = await api.put(`/governance/ruleSets/${id}`, { parameters });
    const replaced = await api.put(`/governance/ruleSets/${id}`, { id, parameters });

    expect([refused.status, replaced.status]).to.deep.equal([400, 200]);
    expect(parametersOf(replaced.body).map(({ type }) => type)).to.deep.equal(["Copilot"]);
    expect(valueOf(await api.get(ofGroup))).to.deep.equal([replaced.body]);
  });

  it("are deleted with 200 and then unknown", async () => {
    const id = await create();

    const answers = [await api.delete(`/governance/ruleSets/${id}`), await api.delete(`/governance/ruleSets/${id}`)];

    expect(answers.map(({ status }) => status)).to.deep.equal([200, 404]);
    expect((await api.get(ofGroup)).status).to.equal(204);
  });

  it("go with their group", async () => {
    await create();

    await api.delete(`/environmentmanagement/environmentGroups/${seeded.groupId}`);

    expect((await api.get("/governance/ruleSets")).text).to.equal("{}");
    expect((await api.get(ofGroup)).status).to.equal(404);
  });
});
