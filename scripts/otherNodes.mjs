// Runs the demo and the tests of .mocharc.nodes.json with the newest @pulumi/pulumi on current Node versions. Node comes as an
// npm package. Everything runs in a temporary copy, so package-lock.json does not change.
// Usage: node scripts/otherNodes.mjs [major version of Node …]
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const majors = process.argv.length > 2 ? process.argv.slice(2) : ["22", "24"];
const windows = process.platform === "win32";
const nodePackage = `node-${windows ? "win" : process.platform}-${process.arch}`;
const quiet = ["--prefer-offline", "--no-audit", "--no-fund", "--loglevel", "error"];

const folder = realpathSync(mkdtempSync(join(tmpdir(), "other-nodes-")));
const copy = join(folder, "project");
const failed = [];
try {
  copyProject();
  const nodes = majors.map(installNode);
  const [oldest] = nodes;
  // Installed with the oldest version, so every package works with all of them.
  run("npm", ["install", ...quiet, "@pulumi/pulumi@latest"], copy, oldest);
  link();
  for (const node of nodes) play(node);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (failed.length > 0) {
  console.error(`Failed: ${failed.join(", ")}`);
  process.exitCode = 1;
}

/** Sources and compiled files, without packages and history. */
function copyProject() {
  const left = ["node_modules", "testing/node_modules", ".git", "coverage"];
  cpSync(root, copy, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (file) => !left.includes(relative(root, file).replaceAll("\\", "/")),
  });
}

/** The folder of the executable. */
function installNode(major) {
  const target = join(folder, `node-${major}`);
  mkdirSync(target);
  run("npm", ["install", ...quiet, "--prefix", target, `${nodePackage}@${major}`], target);
  return join(target, "node_modules", nodePackage, "bin");
}

/** The package finds itself by name, as scripts/setup.mjs has it. */
function link() {
  const { name } = JSON.parse(readFileSync(join(copy, "package.json"), "utf8"));
  symlinkSync(copy, join(copy, "node_modules", name), "junction");
}

function play(node) {
  const executable = join(node, windows ? "node.exe" : "node");
  const { version } = JSON.parse(readFileSync(join(copy, "node_modules/@pulumi/pulumi/package.json"), "utf8"));
  const title = `Node ${output(executable, ["--version"])}, @pulumi/pulumi ${version}`;
  const plays = {
    demo: ["dist/demo/index.js"],
    tests: ["node_modules/mocha/bin/mocha.js", "--config", ".mocharc.nodes.json", "--reporter", "dot"],
  };
  for (const [name, args] of Object.entries(plays)) {
    console.log(`\n--- ${title}: ${name}`);
    if (status(executable, args, copy, node) !== 0) failed.push(`${title}: ${name}`);
  }
}

/** Ends everything if the command fails. */
function run(command, args, cwd, node) {
  const code = status(command, args, cwd, node);
  if (code === 0) return;
  rmSync(folder, { recursive: true, force: true });
  console.error(`${command} ${args.join(" ")} ended with ${code}.`);
  process.exit(1);
}

function status(command, args, cwd, node) {
  const PATH = [...(node === undefined ? [] : [node]), process.env.PATH].join(delimiter);
  const shell = windows && command === "npm";
  return spawnSync(command, args, {
    cwd,
    env: { ...process.env, PATH },
    stdio: ["ignore", "inherit", "inherit"],
    shell,
  }).status;
}

function output(command, args) {
  return spawnSync(command, args, { encoding: "utf8" }).stdout.trim();
}
