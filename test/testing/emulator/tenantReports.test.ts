import { expect } from "chai";
import { seeded } from "../../../testing/emulator";
import { tenantId } from "./bodies";
import type { Answered, Json } from "./harness";
import { withEmulator } from "./harness";

const reports = "/licensing/tenantCapacity/currencyReports";
const warnings = "/licensing/storageWarning";
const itemsOf = ({ text }: Answered): Json[] => JSON.parse(text) as Json[];

describe("reports of the tenant in the emulator", () => {
  const api = withEmulator();
  const hold = (code: string, value: number, used: number): void => {
    const capacity = { entitled: { value }, consumed: { value: used } };
    api.emulator.tenant.entitlements.update(code, { entitlement: { unit: "MB", capacity } });
  };

  it("tell the storage of the tenant without members that have no value", async () => {
    const { body } = await api.get("/licensing/tenantCapacity");

    expect(body)
      .to.include({ tenantId, licenseModelType: "StorageDriven" })
      .and.not.have.property("legacyModelCapacity");
    expect(body.capacitySummary).to.include({ status: "Available", statusMessageCode: "AllCapacityAvailable" });
    expect((body.tenantCapacities as Json[])[0]).to.deep.include({
      capacityType: "Database",
      totalCapacity: 10_240,
      status: "Available",
      consumption: {
        actual: 2_048,
        rated: 2_048,
        actualUpdatedOn: "2026-01-05T00:00:00.0000000+00:00",
        ratedUpdatedOn: "2026-01-05T00:00:00.0000000+00:00",
      },
    });
  });

  it("tell which storage is over", async () => {
    hold("File", 10, 11);
    hold("Database", 10, 11);

    const { body } = await api.get("/licensing/tenantCapacity");

    expect(body.capacitySummary).to.include({ status: "NotAvailable", statusMessageCode: "DBAndFileOver" });
  });

  it("tell the currencies that the tenant holds, with the amounts that are asked for", async () => {
    const allocation = { environmentId: seeded.managedEnvironmentId, currencyType: "MCSMessages", allocated: 600 };
    api.emulator.tenant.currencyAllocations.add(allocation);

    const plain = itemsOf(await api.get(reports));
    const full = itemsOf(await api.get(`${reports}?includeAllocations=true&includeConsumptions=true`));

    expect(plain).to.deep.equal([{ currencyType: "MCSMessages", purchased: 25_000 }]);
    const consumed = { unitsConsumed: 100, lastUpdatedDay: "2026-01-05T00:00:00.0000000Z" };
    expect(full).to.deep.equal([{ currencyType: "MCSMessages", purchased: 25_000, allocated: 600, consumed }]);
  });

  it("tell the storage warnings of all, of a category and of an entity, and 404 where there is none", async () => {
    const none = await api.get(`${warnings}/getAllStorageWarnings`);
    const { storageWarnings } = api.emulator.tenant;
    const table = storageWarnings.add({ storageCategory: "Database", storageEntity: "Table" });
    const index = storageWarnings.add({ storageCategory: "Database", storageEntity: "Index" });
    const log = storageWarnings.add({ storageCategory: "Log", storageEntity: "Audit" });

    const missing = await api.get(`${warnings}/File`);

    expect(none.text).to.equal("[]");
    expect(itemsOf(await api.get(`${warnings}/getAllStorageWarnings`))).to.deep.equal([table, index, log]);
    expect(itemsOf(await api.get(`${warnings}/database`))).to.deep.equal([table, index]);
    expect(itemsOf(await api.get(`${warnings}/Database/Index`))).to.deep.equal([index]);
    expect([missing.status, missing.body.title]).to.deep.equal([404, "StorageWarningNotFound"]);
  });
});
