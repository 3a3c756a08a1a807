import { expect } from "chai";
import { seeded } from "../../../testing/emulator";
import type { Answered, Json } from "./harness";
import { withEmulator } from "./harness";

const environmentId = seeded.managedEnvironmentId;
const allocations = `/licensing/environments/${environmentId}/allocations`;
const byEnvironment = "/licensing/allocationsByEnvironment";
const credits = (allocated: number, more: Json = {}): Json => ({ currencyType: "MCSMessages", allocated, ...more });
const codeOf = ({ body }: Answered): unknown => (body.error as { code: string } | undefined)?.code;
const refusalOf = (answer: Answered): unknown[] => [answer.status, codeOf(answer)];

describe("currency allocations of the emulator", () => {
  const api = withEmulator();
  const patch = (...currencyAllocations: Json[]): Promise<Answered> => api.patch(allocations, { currencyAllocations });

  it("are 404 while nothing is allocated, or empty behind a switch, and 404 of an unknown environment", async () => {
    const missing = [await api.get(allocations), await api.get("/licensing/environments/nowhere/allocations")];
    api.emulator.configure({ unallocated: "empty" });

    expect(missing.map(refusalOf)).to.deep.equal([
      [404, "AllocationNotFound"],
      [404, "EnvironmentNotFound"],
    ]);
    expect((await api.get(allocations)).body).to.deep.equal({ environmentId, currencyAllocations: [] });
  });

  it("are absolute amounts and leave other currencies alone", async () => {
    await patch(credits(500), { currencyType: "AI", allocated: 3 });

    const patched = await patch(credits(700));

    const expected = { AI: 3, MCSMessages: 700 };
    expect(patched.status).to.equal(200);
    expect(amountsOf(patched)).to.deep.equal(expected);
    expect(amountsOf(await api.get(allocations))).to.deep.equal(expected);
  });

  it("of MCSMessages are 0 or at least 500", async () => {
    const answers = [await patch(credits(499)), await patch(credits(500)), await patch(credits(0))];

    expect(answers.map(({ status }) => status)).to.deep.equal([400, 200, 200]);
    expect(amountsOf(await api.get(allocations))).to.deep.equal({ MCSMessages: 0 });
  });

  it("of a storage currency are refused in the service's words, with nothing changed", async () => {
    const refused = await patch(credits(500), { currencyType: "Database", allocated: 1 });

    expect(refused.status).to.equal(400);
    expect(refused.text).to.include("Error converting value");
    expect((await api.get(allocations)).status).to.equal(404);
  });

  it("over what the tenant owns are accepted, or refused behind a switch", async () => {
    const accepted = await patch(credits(30_000));
    api.emulator.configure({ overAllocation: "refused" });

    const answers = [await patch(credits(25_001)), await patch(credits(25_000))];

    expect([accepted, ...answers].map(({ status }) => status)).to.deep.equal([200, 400, 200]);
  });

  it("do not override a rule of the group about the tenant pool; behind a switch no amount of credits is taken", async () => {
    const { tenant } = api.emulator;
    tenant.environments.update(environmentId, { environmentGroupId: seeded.groupId });
    const ruleSets = [{ id: "CostControlsDrawFromTenantCreditPool", inputs: { DrawFromTenantCreditPool: false } }];
    const { id: policyId } = tenant.ruleBasedPolicies.add({ name: "Costs", ruleSets });
    tenant.ruleAssignments.add({ policyId, resourceType: "EnvironmentGroup", resourceId: seeded.groupId });
    const withPool = (enabled: boolean): Promise<Answered> => {
      const currencyAllocations = [credits(500, { enforcementRules: [{ ruleType: "TenantPool", enabled }] })];
      return api.patch(byEnvironment, { environmentId, currencyAllocations });
    };

    const refused = await withPool(true);
    const accepted = [await withPool(false), await patch(credits(500))];
    api.emulator.configure({ tenantPoolLocks: "amounts" });
    const amount = await patch(credits(500));

    expect([refused, amount].map(refusalOf)).to.deep.equal(Array(2).fill([400, "TenantPoolLockedByPolicy"]));
    expect(accepted.map(({ status }) => status)).to.deep.equal([200, 200]);
  });

  it("change by hand in the tenant, and go with their environment", async () => {
    await patch(credits(500));
    api.emulator.tenant.currencyAllocations.update(`${environmentId}/MCSMessages`, { allocated: 900 });
    const changed = amountsOf(await api.get(allocations));
    api.emulator.configure({ provisioning: { operations: 0 } });

    await api.delete(`/environmentmanagement/environments/${environmentId}`);

    expect(changed).to.deep.equal({ MCSMessages: 900 });
    expect(api.emulator.tenant.currencyAllocations.list()).to.deep.equal([]);
  });
});

describe("allocations by environment of the emulator", () => {
  const api = withEmulator();
  const rules = [{ ruleType: "Deny", enabled: true }];

  it("are an empty array and 404 while nothing is allocated", async () => {
    const [list, one] = [await api.get(byEnvironment), await api.get(`${byEnvironment}/${environmentId}`)];

    expect([list.status, list.text]).to.deep.equal([200, "[]"]);
    expect(refusalOf(one)).to.deep.equal([404, "AllocationNotFound"]);
  });

  it("replace the entry of a currency with its rules, and keep others", async () => {
    const first = credits(500, { enforcementRules: rules });
    await api.patch(byEnvironment, {
      environmentId,
      currencyAllocations: [first, { currencyType: "AI", allocated: 1 }],
    });

    const patched = await api.patch(byEnvironment, { environmentId, currencyAllocations: [credits(600)] });

    expect(patched.body).to.deep.equal({
      environmentId,
      currencyAllocations: [
        { currencyType: "AI", allocated: 1, autoAllocated: 0, enforcementRules: [] },
        { currencyType: "MCSMessages", allocated: 600, autoAllocated: 0, enforcementRules: [] },
      ],
    });
    expect(JSON.parse((await api.get(byEnvironment)).text)).to.deep.equal([patched.body]);
    expect((await api.get(`${byEnvironment}/${environmentId}`)).body).to.deep.equal(patched.body);
  });

  it("keep their rules when only the amount is patched at the environment", async () => {
    const entry = credits(500, { enforcementRules: rules });
    await api.patch(byEnvironment, { environmentId, currencyAllocations: [entry] });

    await api.patch(allocations, { currencyAllocations: [credits(800)] });

    const { body } = await api.get(`${byEnvironment}/${environmentId}`);
    expect(body.currencyAllocations).to.deep.equal([
      { currencyType: "MCSMessages", allocated: 800, autoAllocated: 0, enforcementRules: rules },
    ]);
  });

  it("take one object: an array is refused, and an environment that is not named or not there", async () => {
    const currencyAllocations = [credits(500)];
    const answers = [
      await api.patch(byEnvironment, [{ environmentId, currencyAllocations }]),
      await api.patch(byEnvironment, { currencyAllocations }),
      await api.patch(byEnvironment, { environmentId: "nowhere", currencyAllocations }),
    ];

    expect(answers.map(({ status }) => status)).to.deep.equal([400, 400, 404]);
  });
});

const amountsOf = ({ body }: Answered): Json =>
  Object.fromEntries(
    (body.currencyAllocations as Json[]).map(({ currencyType, allocated }) => [String(currencyType), allocated]),
  );
