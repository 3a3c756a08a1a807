import { expect } from "chai";

import { bytesOf, maxTextBytes } from "../../../provider/errors";
import { Emulator } from "../../../testing";
import { declared, tenantId } from "../../kinds";
import type { DriverError, ProviderDriver } from "../../scenarios/driver";
import { startDynamicDriver } from "../../scenarios/dynamicDriver";
import { drivePlugin } from "../../scenarios/pluginDriver";
import { startPluginProcess } from "../../scenarios/pluginProcess";
import { failure } from "../../scenarios/scenario";

type Env = Readonly<Record<string, string>>;

/** The processes that the engine starts. */
const processes: Readonly<Record<string, (env: Env) => Promise<ProviderDriver>>> = {
  dynamic: (env) => startDynamicDriver({ env }),
  plugin: async (env) => {
    const running = await startPluginProcess(env);
    return { ...(await drivePlugin(running.client, running.engine)), close: running.close };
  },
};

/** A contract with as many connectors as it takes to fill the trailers of an answer several times. */
const contractWith = (connector: string) => ({
  ...declared.IsvContract,
  conditions: {
    apiFilter: {
      allowOtherPremiumConnectors: false,
      requiredApis: Array.from({ length: 2_000 }, (_, number) => ({ name: `shared_${connector}_${number}` })),
    },
  },
});

for (const [form, start] of Object.entries(processes)) {
  describe(`an error of the ${form} process that could fill the trailers of its answer`, function () {
    this.timeout(60_000);
    let emulator: Emulator;
    let provider: ProviderDriver;

    before(async () => {
      emulator = await Emulator.start({ isv: true });
      provider = await start(emulator.env());
    });
    after(async () => {
      await provider.close();
      await emulator.close();
    });

    it("names some of 1,200 environments with long names that are still in a group", async () => {
      const displayName = "Crowded";
      const { id } = emulator.tenant.environmentGroups.add({ displayName });
      const [environment] = emulator.tenant.environments.list();
      for (let number = 0; number < 1_200; number++) {
        const long = `Umgebung für Verträge ${"ä".repeat(60)} ${number}`;
        const own = { id: `eeeeeeee-0000-4000-8000-${String(number).padStart(12, "0")}`, displayName: long };
        emulator.tenant.environments.add({ ...environment!, ...own, environmentGroupId: id });
      }

      const { message } = await failure(provider.delete("EnvironmentGroup", id, { tenantId, displayName }));

      expect(bytesOf(message)).to.be.at.most(maxTextBytes);
      expect(message)
        .to.match(/^EnvironmentGroup "Crowded": delete failed, 409 Conflict: /)
        .and.match(/Still inside: 1200 environments: "Umgebung.*\(eeeeeeee-.*\) and 1180 more\. Empty/)
        .and.match(/Empty the group, then run the command again\. \(code \w+, request id .*\)$/);
    });

    it("brings the id of a contract with 2,000 connectors into state, and the next update finishes it", async () => {
      const { id } = emulator.tenant.isvContracts.add(contractWith("old"));
      const news = { ...contractWith("new"), adopt: true };
      emulator.fault({ kind: "status", status: 403, method: "PUT", path: "/licensing/isvContracts/**" });

      const error = await failure<DriverError>(provider.create("IsvContract", news));
      const { initFailure } = error;
      const refreshed = await provider.read("IsvContract", id, initFailure!.properties);
      const finished = await provider.update("IsvContract", id, initFailure!.properties, news);
      const diff = await provider.diff("IsvContract", id, finished, news);

      expect(initFailure).to.include({ id });
      expect(initFailure!.reasons.join()).to.include("create failed, 403 Forbidden");
      expect(initFailure!.properties).to.include({ tenantId, name: "contosocontract1" });
      expect(initFailure!.properties).to.not.have.property("conditions");
      expect(refreshed.outputs.conditions).to.deep.equal(contractWith("old").conditions);
      expect(finished.conditions).to.deep.equal(news.conditions);
      expect(diff).to.include({ changes: false });
    });
  });
}
