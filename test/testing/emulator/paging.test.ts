import { expect } from "chai";
import { seeded } from "../../../testing/emulator";
import { billingPolicy, isvContract, roleAssignment } from "./bodies";
import type { Json } from "./harness";
import { withEmulator } from "./harness";

describe("paging of the emulator", () => {
  const api = withEmulator({ isv: true, pageSize: 2 });

  const pages = async (path: string, linkName = "@odata.nextLink"): Promise<number[]> => {
    const sizes = [];
    for (let next: string | undefined = path; next !== undefined;) {
      const { status, body } = await api.get(next);
      expect(status).to.equal(200);
      sizes.push((body.value as Json[]).length);
      const link = body[linkName];
      next = typeof link === "string" ? link : undefined;
      if (next !== undefined) expect(next).to.match(/^http:\/\/127\.0\.0\.1:\d+\/.*api-version=2024-10-01/);
    }
    return sizes;
  };

  it("cuts every list of objects", async () => {
    const { tenant } = api.emulator;
    for (let index = 0; index < 3; index += 1) {
      tenant.environmentGroups.add({ displayName: `group ${index}` });
      tenant.billingPolicies.add({ name: `policy ${index}` });
      await api.post("/authorization/roleAssignments", roleAssignment());
      await api.post("/licensing/isvContracts", isvContract());
    }

    expect(await pages("/environmentmanagement/environmentGroups")).to.deep.equal([2, 2]);
    expect(await pages("/licensing/billingPolicies")).to.deep.equal([2, 1]);
    expect(await pages("/authorization/roleAssignments")).to.deep.equal([2, 1]);
    expect(await pages("/licensing/isvContracts")).to.deep.equal([2, 1]);
  });

  it("spells the link of environments in lower case and keeps the query", async () => {
    expect(await pages("/environmentmanagement/environments", "@odata.nextlink")).to.deep.equal([2, 1]);
    expect(await pages("/environmentmanagement/environments?$select=id", "@odata.nextlink")).to.deep.equal([2, 1]);
  });

  it("cuts the environments of a policy", async () => {
    const { body } = await api.post("/licensing/billingPolicies", billingPolicy());
    const path = `/licensing/billingPolicies/${String(body.id)}/environments`;
    const environmentIds = api.emulator.tenant.environments.list().map(({ id }) => id);
    await api.post(`${path}/add`, { environmentIds });

    expect(environmentIds).to.include(seeded.sandboxEnvironmentId);
    expect(await pages(path)).to.deep.equal([2, 1]);
  });

  it("refuses a token that it did not give", async () => {
    const answer = await api.get("/environmentmanagement/environmentGroups?$skiptoken=abc");

    expect(answer.status).to.equal(400);
  });

  it("ends when the page size is taken away", async () => {
    api.emulator.configure({ pageSize: 0 });

    expect(await pages("/environmentmanagement/environments", "@odata.nextlink")).to.deep.equal([3]);
  });
});
