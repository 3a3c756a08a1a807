import { expect } from "chai";
import {
  type Api,
  awaitOperation,
  createApi,
  OperationFailedError,
  type OperationResult,
} from "../../../../provider/transport";
import { BadResponseError, ConflictError } from "../../../../provider/errors";
import { Emulator, seeded } from "../../../../testing/emulator";
import { type FakeClock, fakeClock } from "../../../fakeClock";
import { failure } from "../failure";

const apiVersion = "2024-10-01";
const query = { "api-version": apiVersion };
const environments = "/environmentmanagement/environments";
const groups = "/environmentmanagement/environmentGroups";
const membership = (change: "addEnvironment" | "removeEnvironment"): string =>
  `${groups}/${seeded.groupId}/${change}/${seeded.managedEnvironmentId}`;

describe("awaitOperation against the emulator", () => {
  let emulator: Emulator;
  let clock: FakeClock;
  let api: Api;

  beforeEach(async () => {
    clock = fakeClock();
    // The live 202 is bare; this is the older answer, which says where its operation is.
    emulator = await Emulator.start({ clock, provisioning: { accepted: "location" } });
    const token = emulator.token();
    api = createApi({ endpoint: emulator.url, clock, tokens: { getToken: () => Promise.resolve(token) } });
  });

  afterEach(async () => {
    await emulator.close();
    expect(emulator.contractViolations).to.deep.equal([]);
  });

  const post = async (path: string): Promise<OperationResult> => {
    const answer = await api.send({ method: "POST", path, query });
    return awaitOperation(api, answer, { apiVersion, timeoutMs: 60_000, clock });
  };
  const environment = (id: string) => emulator.tenant.environments.get(id);
  const looks = (): number => emulator.requests.filter(({ method }) => method === "GET").length;

  it("adds an environment to a group and takes it out again", async () => {
    emulator.configure({ provisioning: { operations: 3, retryAfterSeconds: 12 } });

    expect(await post(membership("addEnvironment"))).to.include({ word: "Succeeded" });
    expect(environment(seeded.managedEnvironmentId)?.environmentGroupId).to.equal(seeded.groupId);
    expect(clock.sleeps).to.deep.equal([12_000, 12_000, 12_000, 12_000]);

    await post(membership("removeEnvironment"));
    expect(environment(seeded.managedEnvironmentId)?.environmentGroupId ?? null).to.equal(null);
  });

  it("makes an environment a Managed Environment", async () => {
    emulator.tenant.environments.update(seeded.sandboxEnvironmentId, { dataverseId: "d" });

    const { word } = await post(`${environments}/${seeded.sandboxEnvironmentId}/governanceSetting/enableManaged`);

    expect(word).to.equal("Succeeded");
    expect(environment(seeded.sandboxEnvironmentId)?.protectionLevel).to.equal("Standard");
    expect(looks()).to.equal(2);
  });

  it("deletes an environment", async () => {
    const path = `${environments}/${seeded.sandboxEnvironmentId}`;
    const answer = await api.send({ method: "DELETE", path, query });

    await awaitOperation(api, answer, { apiVersion, timeoutMs: 60_000, clock });

    expect(environment(seeded.sandboxEnvironmentId)).to.equal(undefined);
  });

  for (const path of [
    membership("addEnvironment"),
    `${environments}/${seeded.managedEnvironmentId}/governanceSetting/disableManaged`,
  ]) {
    it(`tells of one that failed: ${path.split("/")[4]}`, async () => {
      emulator.configure({ provisioning: { operationsEnd: "Failed" } });

      const error = await failure(post(path));

      expect(error).to.be.instanceOf(OperationFailedError).and.include({ outcome: "unknown" });
      expect(error.message).to.match(/^operation [0-9a-f-]{36} ended as Failed/);
    });

    it(`takes one that the service has forgotten for no success: ${path.split("/")[4]}`, async () => {
      const answer = await api.send({ method: "POST", path, query });
      for (const { id } of emulator.tenant.operations.list()) emulator.tenant.operations.remove(id);

      const error = await failure(awaitOperation(api, answer, { apiVersion, timeoutMs: 60_000, clock }));

      expect(error).to.be.instanceOf(BadResponseError).and.include({ outcome: "unknown" });
      expect(error.message).to.contain("is not known to the service");
    });
  }

  it("goes on while the service answers 409 and after a lost look", async () => {
    emulator.fault({ kind: "status", status: 409, path: "**/environmentGroupOperations/*", times: 2 });
    emulator.fault({ kind: "reset", path: "**/environmentGroupOperations/*", nth: 3 });

    expect(await post(membership("addEnvironment"))).to.include({ word: "Succeeded" });
  });

  it("does not wait for a change that was refused", async () => {
    const path = `${environments}/${seeded.managedEnvironmentId}/governanceSetting/enableManaged`;

    expect(await failure(post(path))).to.be.instanceOf(ConflictError);
  });

  it("says so where the reference gives neither body nor address", async () => {
    emulator.configure({ answers: "documented" });

    const error = await failure(
      post(`${environments}/${seeded.managedEnvironmentId}/governanceSetting/disableManaged`),
    );

    expect(error.message).to.contain("does not say where its operation can be looked at");
  });
});
