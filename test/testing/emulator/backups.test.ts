import { expect } from "chai";
import { seeded } from "../../../testing/emulator";
import type { Answered, Json } from "./harness";
import { withEmulator } from "./harness";

const sandbox = `/environmentmanagement/environments/${seeded.sandboxEnvironmentId}`;
const codeOf = ({ body }: Answered): unknown => (body.errorDetail as { code: string } | undefined)?.code;

describe("backups of the emulator", () => {
  const api = withEmulator();
  const path = `${sandbox}/backups`;
  const labels = async (): Promise<unknown[]> =>
    ((await api.get(path)).body.collection as Json[]).map(({ label }) => label);

  it("are made at once, with a point in time, an expiry and who made them; labels may repeat", async () => {
    const made = await api.post(path, { label: "before the release" });
    await api.post(path, { label: "before the release" });

    expect(made.status).to.equal(201);
    expect(made.body).to.have.all.keys("id", "label", "backupPointDateTime", "backupExpiryDateTime", "createdBy");
    expect(made.body.createdBy).to.include({ userId: seeded.ownerId, displayName: "Emulator owner" });
    expect(await labels()).to.deep.equal(["before the release", "before the release"]);
  });

  it("belong to one environment", async () => {
    const { body } = await api.post(path, { label: "mine" });
    const other = `/environmentmanagement/environments/${seeded.managedEnvironmentId}/backups`;

    expect((await api.get(other)).body.collection).to.deep.equal([]);
    expect((await api.delete(`${other}/${String(body.id)}`)).status).to.equal(404);
  });

  it("are deleted once: 204, then 404", async () => {
    const { body } = await api.post(path, { label: "short" });
    const one = `${path}/${String(body.id)}`;

    const [first, second] = [await api.delete(one), await api.delete(one)];

    expect([first.status, first.text, second.status]).to.deep.equal([204, "", 404]);
    expect(second.body.error).to.include({ code: "BackupNotFound" });
  });

  it("lapse at their expiry, by the clock", async () => {
    const { body } = await api.post(path, { label: "old" });
    const lifetimeMs = Date.parse(String(body.backupExpiryDateTime)) - api.clock.now();

    api.clock.advance(lifetimeMs - 1);
    const before = await labels();
    api.clock.advance(1);

    expect([before, await labels()]).to.deep.equal([["old"], []]);
    expect((await api.delete(`${path}/${String(body.id)}`)).status).to.equal(404);
  });

  it("need a label, an environment, and that no operation runs on it", async () => {
    const unlabelled = await api.post(path, {});
    const nowhere = "/environmentmanagement/environments/nowhere/backups";
    const missing = [await api.post(nowhere, { label: "x" }), await api.get(nowhere)];
    await api.post(`${sandbox}/governanceSetting/enableManaged`);
    const busy = await api.post(path, { label: "x" });

    expect([unlabelled, ...missing, busy].map(({ status }) => status)).to.deep.equal([400, 404, 404, 409]);
    expect(codeOf(busy)).to.equal("OperationNotStartable");
  });
});

describe("disaster recovery of the emulator", () => {
  const api = withEmulator({ provisioning: { operations: 0 } });
  const state = (): unknown => api.emulator.tenant.environments.get(seeded.sandboxEnvironmentId)?.disasterRecoveryState;

  it("is turned on and off, which the environment does not show", async () => {
    const on = await api.post(`${sandbox}/enableDisasterRecovery`);
    const afterOn = [state(), (await api.get(sandbox)).body.disasterRecoveryState];
    const off = await api.post(`${sandbox}/disableDisasterRecovery`);

    expect([on.status, ...afterOn, off.status, state()]).to.deep.equal([202, "Enabled", undefined, 202, "Disabled"]);
  });

  it("is refused when it is as asked already, and where it is not available", async () => {
    const off = await api.post(`${sandbox}/disableDisasterRecovery`);
    api.emulator.tenant.environments.update(seeded.sandboxEnvironmentId, { disasterRecoveryState: "Ready" });
    const on = await api.post(`${sandbox}/enableDisasterRecovery`);
    const { id } = api.emulator.tenant.environments.add({});
    const unavailable = await api.post(`/environmentmanagement/environments/${id}/enableDisasterRecovery`);

    expect([off, on, unavailable].map((answer) => [answer.status, codeOf(answer)])).to.deep.equal([
      [409, "DisasterRecoveryDisabled"],
      [409, "DisasterRecoveryEnabled"],
      [409, "DisasterRecoveryUnavailable"],
    ]);
  });

  it("is only checked with ValidateOnly", async () => {
    const checked = await api.post(`${sandbox}/enableDisasterRecovery?ValidateOnly=true`);

    expect([checked.status, state()]).to.deep.equal([202, undefined]);
  });

  it("has a snapshot with the time of the last synchronisation while it is on", async () => {
    const path = `${sandbox}/businessContinuityStateFullSnapshot`;
    const off = await api.get(path);
    await api.post(`${sandbox}/enableDisasterRecovery`);

    expect([off.status, off.body]).to.deep.equal([200, {}]);
    expect((await api.get(path)).body).to.deep.equal({ lastSyncTime: "2026-01-01T00:00:00.0000000Z" });
  });
});
