import { writeFileSync } from "node:fs";

import { runBench } from "./bench";
import { verdict } from "./goals";
import { readOptions } from "./options";
import { goalTable, tableOf } from "./table";

/** `npm run bench`; exit code 0 only when every goal holds. */
async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const report = await runBench(options, (line) => {
    console.error(line);
  });
  writeFileSync(options.json, `${JSON.stringify(report, undefined, 2)}\n`);
  const { machine, engine, latencyMs, rows, goals } = report;
  console.log(
    `${engine}, ${latencyMs} ms a request; ${machine.processors} x ${machine.model}, Node ${machine.node}, load ${machine.load}\n`,
  );
  console.log(`${tableOf(rows)}\n\n${goalTable(goals)}\n\n${verdict(goals)}`);
  if (goals.some(({ holds }) => !holds)) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  // Tenants of a failed bench would keep this process alive. They end when it ends.
  process.exit(1);
});
