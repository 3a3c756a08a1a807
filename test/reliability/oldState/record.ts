import { deepStrictEqual } from "node:assert";
import { existsSync, writeFileSync } from "node:fs";
import { format } from "prettier";

import { Emulator } from "pulumi-power-platform-testing";
import { anonymised, madeByHand, recordedAt } from "./anonymised";
import { Release, type Shape, shapes, type Writer, writers } from "./collection";
import { hasCli } from "./pulumiCli";
import { isDeploymentFailure, startWriter } from "./writers";

/** Deploys the program of a release in every shape with every writer, and keeps the states. */
async function main([version]: readonly string[]): Promise<void> {
  if (version === undefined) throw new Error("Say which version is recorded, such as 0.2.0.");
  const release = new Release(version);
  if (!existsSync(release.program)) throw new Error(`There is no ${release.program}.`);
  if (!hasCli()) throw new Error("The Pulumi CLI has to be on PATH.");
  const clock = { now: () => recordedAt, sleep: () => Promise.resolve() };
  const emulator = await Emulator.start({ isv: true, clock });
  try {
    const recordings = [];
    for (const shape of shapes)
      for (const writer of writers) recordings.push(await record(release, emulator, shape, writer));
    const [first] = recordings;
    for (const { tenant } of recordings) deepStrictEqual(tenant, first?.tenant);
    await write(release.tenantFile, first?.tenant);
    for (const { shape, writer, state } of recordings) await write(release.stateFile(shape, writer), state);
  } finally {
    await emulator.close();
  }
}

async function record(release: Release, emulator: Emulator, shape: Shape, writer: Writer) {
  console.log(`${release.version}: ${shape.name} by ${writer}`);
  emulator.reset();
  emulator.tenant.environmentGroups.add({ id: madeByHand, displayName: "Made by hand" });
  const env = { ...emulator.env(), RECORDED_PROGRAM: release.program };
  const deployed = await startWriter[writer](env);
  try {
    if (shape.movedFrom !== undefined) await deployed.up(shape.movedFrom);
    if (shape.isUnfinished === true) {
      emulator.configure({ provisioning: { billingPolicyCreate: 1 } });
      emulator.fault({ kind: "status", status: 403, operationId: "getBillingPolicy", times: "always" });
    }
    await deployed.up(shape.form).catch((error: unknown) => {
      if (shape.isUnfinished !== true || !isDeploymentFailure(error)) throw error;
    });
    settle(emulator);
    return { shape, writer, ...anonymised(emulator, await deployed.exported()) };
  } finally {
    await deployed.close();
  }
}

/** What was still on its way has arrived by the time that the state is read again. */
function settle({ tenant }: Emulator): void {
  tenant.provisioningPolicies.load([]);
  for (const { id } of tenant.billingPolicies.list()) tenant.billingPolicies.update(id, { status: "Enabled" });
}

async function write(file: string, value: unknown): Promise<void> {
  writeFileSync(file, await format(JSON.stringify(value), { parser: "json", printWidth: 110 }));
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
