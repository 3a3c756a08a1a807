import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";

import { kindCases } from "../../kinds";
import { type BusyTenant, startBusyTenant } from "../concurrency/busyTenant";
import { projectOf } from "../oldState/collection";
import { hasCli, PulumiCli } from "../oldState/pulumiCli";
import { arrival, hold, holdNobody } from "./hold";
import { Machine } from "./machine";
import type { DeclaredResource } from "./programs";

const group = kindCases.find(({ kind }) => kind === "EnvironmentGroup")!;
const policy = kindCases.find(({ kind }) => kind === "BillingPolicy")!;
const one = ({ kind, inputs }: typeof group): DeclaredResource => ({ kind, name: kind, args: inputs });
const declared = [one(group), one(policy)];
const changed = [one(group), { ...one(policy), args: { ...policy.inputs, ...policy.change!.inputs } }];

const creating = { operationIds: [group.createOperation], count: 1 };
const updating = { operationIds: [policy.change!.updateOperation], count: 1 };

// Where the Pulumi CLI is not on PATH there is nothing to test.
if (hasCli()) {
  for (const form of ["dynamic", "plugin"] as const) {
    describe(`processes of the Pulumi CLI that are killed, ${form} provider`, function () {
      this.timeout(600_000);
      const project = projectOf(form);
      const machine = new Machine();
      const folder = mkdtempSync(join(tmpdir(), "cli-killed-"));
      const DECLARED = join(folder, "declared.json");
      let busy: BusyTenant;
      let cli: PulumiCli;
      let seed: object;

      before(async () => {
        busy = await startBusyTenant();
        seed = busy.emulator.snapshot();
        const RECORDED_PROGRAM = join(__dirname, "cliProgram.js");
        const env = { ...busy.emulator.env(), ...machine.env, RECORDED_PROGRAM, DECLARED };
        cli = await PulumiCli.create(project, env);
      });
      after(async () => {
        machine.killProviders();
        await cli.close();
        await busy.emulator.close();
        rmSync(folder, { recursive: true });
      });

      const up = (resources: readonly DeclaredResource[]) => {
        writeFileSync(DECLARED, JSON.stringify(resources));
        return cli.start(project, "up", "--yes", "--skip-preview");
      };

      /** An `up` in which this is killed when the request was carried out and not answered. */
      const killed = async (
        what: "provider" | "CLI" | "both",
        request: typeof creating,
        resources: readonly DeclaredResource[],
      ): Promise<string> => {
        const held = hold(busy, "after", request);
        const running = up(resources);
        const failed = running.ended.then(
          () => "",
          (error: unknown) => (error as Error).message,
        );
        await arrival(held, failed);
        if (what !== "CLI") machine.killProviders();
        if (what !== "provider") running.kill("SIGKILL");
        const message = await failed;
        held.release();
        holdNobody(busy);
        // A CLI that is killed leaves its lock.
        if (what !== "provider") await cli.run(project, "cancel", "--yes");
        return message;
      };
      const idsOf = ({ live }: typeof group): string[] => live(busy.emulator).map(({ id }) => id);

      it("a create and two updates, each cut off in another way: the next up comes to what is declared", async () => {
        await killed("CLI", creating, [one(group)]);
        const made = idsOf(group);
        await up(declared).ended;
        expect(made).to.have.lengthOf(1);
        expect(idsOf(group)).to.deep.equal(made);

        const message = await killed("provider", updating, changed);
        expect(message).to.match(/BillingPolicy BillingPolicy .*error: /);
        await up(changed).ended;
        expect(policy.live(busy.emulator)[0]!.entity).to.include(policy.change!.inputs);

        await killed("both", updating, declared);
        await up(declared).ended;
        await cli.run(project, "preview", "--expect-no-changes");
        const { resources = [] } = (await cli.exported(project)).deployment;
        const ids = resources.filter(({ type }) => !type.startsWith("pulumi:")).map(({ id }) => id);
        expect(ids).to.have.members([...made, ...idsOf(policy)]);

        await cli.run(project, "destroy", "--yes", "--skip-preview");
        expect(busy.emulator.snapshot()).to.deep.equal(seed);
      });
    });
  }
}
