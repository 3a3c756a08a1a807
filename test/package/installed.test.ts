import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import path from "node:path";

import { GetSchemaRequest, type GetSchemaResponse } from "@pulumi/pulumi/proto/provider_pb";

import { expect } from "chai";

import { pluginClient } from "../provider/plugin/pluginClient";
import { InstalledPackage } from "./installedPackage";

describe("the packed tarball, installed into an empty project", function () {
  this.timeout(300_000);
  let installed: InstalledPackage;

  before(async () => {
    installed = await InstalledPackage.create();
  });
  after(() => {
    installed.remove();
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

  it("brings the plugin, which starts by its path in node_modules", async () => {
    const folder = path.join(installed.directory, "node_modules/pulumi-power-platform/plugin");
    const ending = process.platform === "win32" ? ".cmd" : "";
    const child = spawn(path.join(folder, `pulumi-resource-power-platform${ending}`), [], {
      cwd: installed.directory,
      shell: ending !== "",
    });
    const [line] = (await once(child.stdout, "data")) as [Buffer];
    const { call, close } = pluginClient(line.toString().trim());

    const answer = await call<GetSchemaResponse>("getSchema", new GetSchemaRequest());

    close();
    child.kill();
    expect(JSON.parse(answer.getSchema())).to.include({ name: "power-platform" });
  });

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

  it("brings the command", async () => {
    const version = await installed.run("npx", ["--no-install", "pulumi-power-platform", "--version"]);
    const help = await installed.run("npx", ["--no-install", "pulumi-power-platform", "--help"]);

    expect(version).to.match(/^\d+\.\d+\.\d+\n$/);
    expect(help)
      .to.match(/^Usage: pulumi-power-platform /)
      .and.include("emulator");
  });
});
