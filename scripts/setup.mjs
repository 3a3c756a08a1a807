// Prepares a clone: installs what package-lock.json names, compiles, and lets the examples find this package by name.
// It skips what is done already, so a second call is quick. Arguments are passed to the compiler.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const testing = join(root, "testing");
const { engines, name } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node.js ${engines.node} is needed; this is ${process.versions.node}.`);
  process.exit(1);
}

install();
const output = join(root, "dist");
placeTesting();
removeStale(output, root);
removeStale(join(testing, "dist"), testing);
run(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", root, ...process.argv.slice(2)]);
linkSelf();

/** A rebase or a copy changes the time of package-lock.json and not its content. So the hash is stored with the installation. */
function install() {
  const stamp = join(root, "node_modules/.installed");
  const wanted = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  run("npm", ["ci", "--no-audit", "--no-fund"]);
  writeFileSync(stamp, wanted);
}

/** The package in testing/ has its compiled files. `dist/testing` is a link to them. */
function placeTesting() {
  const link = join(output, "testing");
  const target = join(testing, "dist");
  if (isLinkTo(link, target)) return;
  rmSync(output, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  mkdirSync(output);
  symlinkSync(process.platform === "win32" ? target : relative(output, target), link, "junction");
}

/** Removes output of deleted sources, which would still be tested and packed. */
function removeStale(compiled, sources) {
  for (const file of readdirSync(compiled, { recursive: true })) {
    const source = file.replace(/(\.d\.ts|\.js(\.map)?)$/, ".ts");
    if (source !== file && !existsSync(join(sources, source))) rmSync(join(compiled, file));
  }
}

/** Pulumi's dynamic-provider process looks for the package in node_modules, as in a user's project. */
function linkSelf() {
  const link = join(root, "node_modules", name);
  // A copied or moved clone has a link to its old place.
  if (isLinkTo(link, root)) return;
  rmSync(link, { recursive: true, force: true });
  symlinkSync(root, link, "junction");
}

function isLinkTo(link, target) {
  return existsSync(link) && existsSync(target) && realpathSync(link) === realpathSync(target);
}

function run(command, args) {
  const shell = process.platform === "win32" && command === "npm";
  const { status } = spawnSync(command, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"], shell });
  if (status !== 0) process.exit(status ?? 1);
}
