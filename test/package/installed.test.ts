import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import path from "node:path";

import { GetSchemaRequest, type GetSchemaResponse } from "@pulumi/pulumi/proto/provider_pb";

import { expect } from "chai";

import { pluginClient } from "../provider/plugin/pluginClient";
import { InstalledPackage } from "./installedPackage";

describe("the packed tarballs, installed into an empty project", function () {
  this.timeout(300_000);
  let installed: InstalledPackage;

  let added: string[];
  let addedMegabytes: number;

  before(async () => {
    installed = await InstalledPackage.create();
    const tree = installed.tree();
    const ofPulumi = tree.neededBy("@pulumi/pulumi");
    added = tree.folders.filter((folder) => !ofPulumi.has(folder));
    addedMegabytes = tree.megabytes(added);
    await installed.addTesting();
  });
  after(() => {
    installed.remove();
  });

  it("adds at most 70 packages and 65 MB to the SDK of Pulumi, none for another Node, and no server", () => {
    const names = added.map((folder) => folder.replace(/^.*node_modules\//, ""));

    expect(names).to.include.members(["pulumi-power-platform", "@azure/identity", "axios", "zod"]);
    expect(names.filter((name) => /fastify|openapi|ajv|express/.test(name))).to.deep.equal([]);
    expect(names).to.have.length.of.at.most(70);
    expect(addedMegabytes).to.be.below(65);
  });

  it("deploys the quickstart, writes nothing the second time, and removes everything", async () => {
    const report = await installed.runJson("deploy.cjs");

    expect(report).to.deep.equal({
      from: path.join(installed.directory, "node_modules/pulumi-power-platform/dist/sdk/index.js"),
      up: { changes: { create: 5 }, writes: 4 },
      again: { changes: { same: 5 }, writes: 0 },
      destroy: { changes: { delete: 5 }, writes: 4 },
      left: [],
      contractViolations: [],
    });
  });

  it("loads HTTP at the first request and sign-in libraries not at all where a token is given", async () => {
    const report = (await installed.runJson("required.cjs")) as Record<string, string[]>;

    expect(report.names).to.include.members(["RoleAssignment", "Provider", "scopes", "builtInRoles"]);
    expect(report).to.deep.include({ sdk: [], check: [], dynamic: [], asked: ["axios"] });
    expect(report.read).to.include("404 Not Found");
  });

  it("answers in a test runner that loads modules itself, such as Jest", async () => {
    const report = await installed.run(process.execPath, [
      "--require",
      "./ownModules.cjs",
      "underTestRunner.cjs",
    ]);

    expect(JSON.parse(report)).to.deep.equal({ statuses: [200, 200, 200], contractViolations: [] });
  });

  const windows = process.platform === "win32";
  for (const [where, folder] of [
    ["by its path in node_modules", "node_modules/pulumi-power-platform/plugin"],
    ["from node_modules/.bin on PATH", "node_modules/.bin"],
  ] as const) {
    it(`brings the plugin, which starts ${where}`, async () => {
      const ending = windows ? ".cmd" : "";
      const file = path.join(installed.directory, folder, `pulumi-resource-power-platform${ending}`);
      const child = spawn(file, [], { cwd: installed.directory, shell: windows });
      const ended = once(child, "close");
      const [line] = (await once(child.stdout, "data")) as [Buffer];
      const { call, close } = pluginClient(line.toString().trim());

      const answer = await call<GetSchemaResponse>("getSchema", new GetSchemaRequest());

      close();
      child.kill("SIGINT");
      expect(JSON.parse(answer.getSchema())).to.include({ name: "power-platform" });
      // The engine sends the signal when a run is over; a signal that the process did not take would be told instead.
      expect(await ended).to.deep.equal(windows ? [null, "SIGINT"] : [0, null]);
    });
  }

  it("has named exports for ES modules", async () => {
    const report = await installed.runJson("imported.mjs");

    const functions = ["BillingPolicy", "EnvironmentGroup", "IsvContract", "RoleAssignment", "Provider"]
      .concat("getRoleAssignments", "getRoleDefinitions", "provider", "Emulator", "Stack")
      .map((name) => [name, "function"]);
    expect(report).to.deep.equal({
      ...Object.fromEntries(functions),
      builtInRoles: "object",
      scopes: "object",
      plugin: "function,function,function,object,object",
      package: "pulumi-power-platform",
    });
  });

  for (const [module, moduleResolution] of [
    ["commonjs", "node10"],
    ["node16", "node16"],
    ["esnext", "bundler"],
  ]) {
    it(`has types for moduleResolution ${moduleResolution}`, async () => {
      const compilerOptions = {
        ...{ module, moduleResolution, target: "es2022", noEmit: true, types: ["node"] },
        ...{ strict: true, exactOptionalPropertyTypes: true, skipLibCheck: true },
      };
      const config = `tsconfig.${moduleResolution}.json`;
      writeFileSync(
        path.join(installed.directory, config),
        JSON.stringify({ compilerOptions, files: ["typed.ts", "index.ts"] }),
      );

      const errors = await installed.run("npx", ["--no-install", "tsc", "-p", config]);

      expect(errors).to.equal("");
    });
  }

  for (const name of ["pulumi-power-platform", "power-platform-emulator"]) {
    it(`brings the command ${name}`, async () => {
      const version = await installed.run("npx", ["--no-install", name, "--version"]);
      const help = await installed.run("npx", ["--no-install", name, "--help"]);

      expect(version).to.match(/^\d+\.\d+\.\d+\n$/);
      expect(help.startsWith(`Usage: ${name} `)).to.equal(true);
    });
  }
});
