import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";

/** Plays the fault matrix: as the suite does, or with `--processes` every cell through the providers' processes. */
const { values } = parseArgs({ options: { processes: { type: "boolean", default: false } } });
const { status } = spawnSync(
  process.execPath,
  [
    require.resolve("mocha/bin/mocha.js"),
    "--no-config",
    "--require",
    join(__dirname, "../../hooks.js"),
    join(__dirname, "matrix.test.js"),
  ],
  { stdio: "inherit", env: { ...process.env, ...(values.processes ? { MATRIX_PROCESSES: "1" } : {}) } },
);
process.exitCode = status ?? 1;
