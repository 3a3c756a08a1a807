import { expect } from "chai";
import { seeded } from "../../../testing/emulator";
import type { Answered, Json } from "./harness";
import { withEmulator } from "./harness";

const list = "/licensing/entitlements/MCSMessages/resourceThresholds";
const environmentId = seeded.managedEnvironmentId;
const key = { environmentId, entitlementId: "MCSMessages", resourceId: "agent-1" };
const thresholdOf = (entitlementId: string): string =>
  `/licensing/environments/${environmentId}/entitlements/${entitlementId}/resources/agent-1/threshold`;
const threshold = thresholdOf("MCSMessages");
const itemsOf = ({ text }: Answered): Json[] => JSON.parse(text) as Json[];

describe("resource thresholds of the emulator", () => {
  const api = withEmulator();

  it("are a bare array for an entitlement, empty at first", async () => {
    expect((await api.get(list)).text).to.equal("[]");
  });

  it("are made and replaced as a whole by PUT, for a resource that nobody checks", async () => {
    const made = await api.put(threshold, { limit: 1000, notifyIfOverCapacity: true });
    await api.clock.sleep(1000);

    const replaced = await api.put(threshold, { limit: 2000 });

    const createdOn = "2026-01-01T00:00:00.0000000Z";
    expect(made.body).to.deep.equal({ ...key, limit: 1000, notifyIfOverCapacity: true, createdOn });
    expect(replaced.body).to.deep.equal({ ...key, limit: 2000, createdOn });
    expect(itemsOf(await api.get(list.toUpperCase()))).to.deep.equal([replaced.body]);
  });

  it("remember the version they were written with, which no answer shows", async () => {
    await api.put(threshold, { limit: 1 });
    const stored = (): unknown => api.emulator.tenant.resourceThresholds.list()[0]?.apiVersion;
    const dated = stored();

    await api.put(threshold, { limit: 1 }, { version: "1" });

    expect([dated, stored()]).to.deep.equal(["2024-10-01", "1"]);
    expect(itemsOf(await api.get(list))[0]).to.not.have.property("apiVersion");
  });

  it("are refused for a code of which the tenant holds nothing", async () => {
    const answer = await api.put(thresholdOf("AI"), { limit: 1 });

    expect(answer.status).to.equal(400);
    expect(answer.text).to.include("NoAvailableCapacitySource");
  });
});
