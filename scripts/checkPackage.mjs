// Packs what would be published and lets publint and "are the types wrong" judge the tarballs.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
for (const workspace of [root, join(root, "testing")]) {
  const folder = mkdtempSync(join(tmpdir(), "pulumi-power-platform-"));
  try {
    run("npm", ["pack", "--ignore-scripts", "--silent", "--pack-destination", folder], workspace);
    const tarball = join(folder, readdirSync(folder)[0]);
    run(process.execPath, [join(root, "node_modules/publint/src/cli.js"), "run", tarball, "--strict"]);
    run(process.execPath, [
      join(root, "node_modules/@arethetypeswrong/cli/dist/index.js"),
      tarball,
      "--format",
      "ascii",
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(command, args, cwd = root) {
  if (process.exitCode) return;
  const shell = process.platform === "win32" && command === "npm";
  const { status } = spawnSync(command, args, { cwd, stdio: ["ignore", "inherit", "inherit"], shell });
  process.exitCode = status ?? 1;
}
