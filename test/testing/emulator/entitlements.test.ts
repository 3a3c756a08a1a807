import { expect } from "chai";
import { seeded } from "../../../testing/emulator";
import type { Answered, Json } from "./harness";
import { withEmulator } from "./harness";

const environmentId = seeded.managedEnvironmentId;
const ofEnvironment = `/licensing/environments/${environmentId}/entitlements`;
const credits = "/licensing/entitlements/MCSMessages";
const itemsOf = ({ text }: Answered): Json[] => JSON.parse(text) as Json[];
const capacityOf = (item: Json): Json => (item.entitlement as { capacity: Json }).capacity;

describe("entitlements of the emulator", () => {
  const api = withEmulator();
  const allocate = (allocated: number, rules: Json[] = []): void => {
    const allocation = { environmentId, currencyType: "MCSMessages", allocated, enforcementRules: rules as never[] };
    api.emulator.tenant.currencyAllocations.add(allocation);
  };

  it("of the tenant have nested amounts, with what environments have of them", async () => {
    allocate(600);

    const { status, body } = await api.get(credits);

    expect([status, body.entitlementId]).to.deep.equal([200, "MCSMessages"]);
    expect(capacityOf(body)).to.deep.include({
      entitled: { value: 25_000 },
      allocated: { value: 600, autoAllocated: 0 },
      availableQuantity: 24_400,
      status: "WithinCapacity",
    });
  });

  it("of a tenant that buys by allocation show the amount that is stored as allocated", async () => {
    const capacity = { entitled: { value: 0 }, allocated: { value: 9_000 } };
    api.emulator.tenant.entitlements.update("MCSMessages", { entitlement: { unit: "Count", capacity } });

    const { body } = await api.get(credits);

    expect(capacityOf(body)).to.deep.include({ entitled: { value: 0 }, allocated: { value: 9_000, autoAllocated: 0 } });
  });

  it("that the tenant does not have are 404 and an empty array, or 204 behind a switch", async () => {
    const ask = async (): Promise<Answered[]> => [
      await api.get("/licensing/entitlements/AI"),
      await api.get(`${ofEnvironment}?$filter=entitlementId eq 'AI'`),
    ];
    const missing = await ask();
    api.emulator.configure({ absentEntitlements: "noContent" });

    expect(missing.map(({ status }) => status)).to.deep.equal([404, 200]);
    expect(missing[1]?.text).to.equal("[]");
    expect((await ask()).map(({ status }) => status)).to.deep.equal([204, 204]);
  });

  it("of an environment are a bare array with its rules and facts about it", async () => {
    const rules = [{ ruleType: "Deny", enabled: true }];
    allocate(600, rules);

    const items = itemsOf(await api.get(ofEnvironment));
    const [found] = items;

    expect(items.map(({ entitlementId }) => entitlementId)).to.deep.equal(["MCSMessages", "Database", "File", "Log"]);
    expect(found).to.include({
      environmentId,
      environmentName: "Contoso Production",
      environmentType: "Production",
      location: "unitedstates",
      isManagedEnvironment: true,
      disasterRecoveryState: "Disabled",
    });
    expect(capacityOf(found ?? {})).to.deep.include({
      allocated: { value: 600, autoAllocated: 0 },
      enforcementRules: rules,
    });
  });

  it("of an environment show its disaster recovery, which a test sets in the tenant", async () => {
    api.emulator.tenant.environments.update(environmentId, { disasterRecoveryState: "Enabled" });

    const items = itemsOf(await api.get(`${ofEnvironment}?$filter=entitlementId eq 'Database'`));
    const unknown = await api.get("/licensing/environments/nowhere/entitlements");

    expect(items.map(({ disasterRecoveryState }) => disasterRecoveryState)).to.deep.equal(["Enabled"]);
    expect(unknown.status).to.equal(404);
  });

  it("count the temporary ones with a POST that is no write, and refuse an unknown currency with an array", async () => {
    const count = "/licensing/TemporaryCurrencyEntitlement";
    const counts = { temporaryCurrencyEntitlementCount: 2, temporaryCurrencyEntitlementsAllowedPerMonth: 3 };
    api.emulator.tenant.temporaryEntitlements.add({ currencyType: "MCSMessages", ...counts });

    const used = await api.post(`${count}/mcsmessages/count`);
    const refused = await api.post(`${count}/Gold/Count`);

    expect(used.body).to.deep.equal({ ...counts, entitledQuantity: 0 });
    expect([refused.status, itemsOf(refused)[0]?.key]).to.deep.equal([400, "currencyType"]);
    expect(api.emulator.writes).to.deep.equal([]);
  });

  it("are what V2 tells as available and reserved, with a filter alone", async () => {
    allocate(600);
    const ask = (path: string): Promise<Answered> => api.get(`/licensing/allocationsV2/${path}`);

    const refused = [await ask("availability"), await ask("entitlements/reserved")];
    const { body } = await ask("availability?$filter=x");
    const reserved = itemsOf(await ask("entitlements/reserved?$filter=x"));

    expect(refused.map(({ status }) => status)).to.deep.equal([400, 400]);
    const available = { entitlementId: "MCSMessages", availableQuantity: 24_400, unit: "Count" };
    expect((body.entitlementAllocationsAvailable as Json[])[0]).to.deep.equal(available);
    expect(reserved[0]).to.deep.equal({ entitlementId: "MCSMessages", reserved: { quantity: 600, unit: "Count" } });
  });
});
