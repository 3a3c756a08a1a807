import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Preloaded into processes (`node --require`). A provider's process leaves its number in the directory PROVIDER_PROCESSES as long as it lives, in
 * its time nothing takes long, and it outlives its engine, as under the Pulumi CLI; the engine for tests would end the dynamic one.
 */
const { PROVIDER_PROCESSES: directory } = process.env;

if (directory !== undefined && /dynamic-provider|provider.plugin.main/.test(process.argv.slice(1, 3).join())) {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- a provider's process only
  require("../../scenarios/fastClock");
  const file = join(directory, String(process.pid));
  writeFileSync(file, "");
  process.once("exit", () => {
    rmSync(file, { force: true });
  });
  const once = process.once.bind(process) as (event: string, listener: () => void) => NodeJS.Process;
  process.once = ((event: string, listener: () => void) =>
    event === "disconnect" ? process : once(event, listener)) as typeof process.once;
}
