import { expect } from "chai";

import { Emulator, seeded } from "pulumi-power-platform-testing";
import { projectOf, releases, shapes } from "./collection";
import { owned } from "./owned";
import { hasCli, PulumiCli } from "./pulumiCli";

// Where the Pulumi CLI is not on PATH there is nothing to test.
if (hasCli()) {
  describe("states of released versions in the Pulumi CLI", function () {
    this.timeout(600_000);

    for (const release of releases()) {
      for (const shape of shapes.filter((each) => each.isUnfinished !== true && release.has(each))) {
        it(`${release.version} ${shape.name}: is imported, previewed without a change, and destroyed`, async () => {
          const emulator = await Emulator.start({ isv: true });
          const project = projectOf(shape.form);
          const env = { ...emulator.env(), RECORDED_PROGRAM: release.program };
          const cli = await PulumiCli.create(project, env);
          try {
            emulator.seed(release.tenant);
            // As the in-process engine wrote it.
            await cli.import(project, release.state(shape, "engine"));
            const imported = owned(await cli.exported(project));
            await cli.run(project, "preview", "--expect-no-changes");
            const { writes } = emulator;
            await cli.run(project, "destroy", "--yes", "--skip-preview");

            expect(imported).to.deep.equal(owned(release.state(shape, "cli")));
            expect(writes).to.deep.equal([]);
            expect(emulator.tenant.environmentGroups.list().map(({ id }) => id)).to.deep.equal([seeded.groupId]);
            expect(emulator.tenant.roleAssignments.list()).to.deep.equal([]);
          } finally {
            await cli.close();
            await emulator.close();
          }
        });
      }
    }
  });
}
