import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";

import { GetSchemaRequest, type GetSchemaResponse } from "@pulumi/pulumi/proto/provider_pb";

import { expect } from "chai";
import type TypeScript from "typescript";

import { pluginClient } from "../provider/plugin/pluginClient";
import { InstalledPackage, root } from "./installedPackage";

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

  it("says what to list where a package brings it that the program's folder does not show, as pnpm has it", async () => {
    const app = path.join(installed.directory, "../strict/app");
    const library = path.join(installed.directory, "../strict/library");
    const show = (name: string, inFolder: string): void => {
      const link = path.join(inFolder, "node_modules", name);
      mkdirSync(path.dirname(link), { recursive: true });
      symlinkSync(path.join(installed.directory, "node_modules", name), link, "junction");
    };
    show("@pulumi/pulumi", app);
    show("pulumi-power-platform", library);
    writeFileSync(path.join(app, "Pulumi.yaml"), "name: strict\nruntime: nodejs\nmain: index.js\n");
    writeFileSync(path.join(app, "index.js"), 'require("../library/index.js");\n');
    writeFileSync(
      path.join(library, "index.js"),
      'const { EnvironmentGroup } = require("pulumi-power-platform");\nnew EnvironmentGroup("sales", { displayName: "Sales" });\n',
    );

    const hidden = await installed.run(process.execPath, ["preview.cjs", app]);
    show("pulumi-power-platform", app);
    const listed = await installed.run(process.execPath, ["preview.cjs", app]);

    expect(hidden).to.include(`pulumi-power-platform is not found from ${realpathSync(app)}`);
    expect(hidden).to.include("npm install pulumi-power-platform").and.not.include("    at ");
    expect(listed).to.include("EnvironmentGroup sales create");
  });

  it("answers in a test runner that loads modules itself, such as Jest", async () => {
    const report = await installed.run(process.execPath, ["--require", "./ownModules.cjs", "underTestRunner.cjs"]);

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

  describe("types", () => {
    const strict = { strict: true, target: "es2020", noEmit: true, types: ["node"] };
    const commonjs = { ...strict, module: "commonjs", moduleResolution: "node" };
    const node16 = { ...strict, module: "node16", moduleResolution: "node16" };
    const exact = { exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true };

    const every = ["typed.ts", "index.ts"];
    // The one that Pulumi brings knows no `import { type … }`, as typed.ts has it, and cannot read the types of Node.
    const cases: [string, string, object, string[]][] = [
      ["5.9, CommonJS, without esModuleInterop and skipLibCheck", "typescript", commonjs, every],
      ["5.9, node16", "typescript", { ...node16, ...exact }, every],
      ["5.0, CommonJS, without esModuleInterop and skipLibCheck", "typescript-5.0", commonjs, every],
      ["3.8, which Pulumi brings", "@pulumi/pulumi/vendor/typescript@3.8.3/typescript.js", commonjs, ["index.ts"]],
    ];
    for (const [title, compiler, options, files] of cases) {
      it(`are read by TypeScript ${title}: a program passes, misspelled and wrong inputs do not`, () => {
        const wrong = ['{ displayNam: "Sales" }', "{ displayName: 5 }", "{}"];
        writeFileSync(
          path.join(installed.directory, "wrong.ts"),
          ['import { EnvironmentGroup } from "pulumi-power-platform";']
            .concat(wrong.map((args, index) => `new EnvironmentGroup("sales${index}", ${args});`))
            .join("\n"),
        );

        const complaints = compile(compiler, installed.directory, [...files, "wrong.ts"], options);

        const foreign = /^node_modules\/(?!pulumi-power-platform)/;
        const ours = complaints.filter((text) => compiler.startsWith("typescript") || !foreign.test(text));
        expect(ours.map((text) => text.replace(/: .*/, ""))).to.deep.equal(["wrong.ts:2", "wrong.ts:3", "wrong.ts:4"]);
      });
    }
  });

  for (const name of ["pulumi-power-platform", "power-platform-emulator"]) {
    it(`brings the command ${name}`, async () => {
      const version = await installed.run("npx", ["--no-install", name, "--version"]);
      const help = await installed.run("npx", ["--no-install", name, "--help"]);

      expect(version).to.match(/^\d+\.\d+\.\d+\n$/);
      expect(help.startsWith(`Usage: ${name} `)).to.equal(true);
    });
  }
});

/** What a compiler has to say, as `file:line: text`. */
function compile(compiler: string, directory: string, files: string[], json: object): string[] {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- compilers of several versions
  const ts = require(path.join(root, "node_modules", compiler)) as typeof TypeScript;
  const { options } = ts.convertCompilerOptionsFromJson(json, directory);
  const program = ts.createProgram(
    files.map((file) => path.join(directory, file)),
    { ...options, typeRoots: [path.join(directory, "node_modules/@types")] },
  );
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const text = ts.flattenDiagnosticMessageText(messageText, " ");
    if (file === undefined || start === undefined) return text;
    const line = file.getLineAndCharacterOfPosition(start).line + 1;
    return `${path.relative(directory, file.fileName).split(path.sep).join("/")}:${line}: ${text}`;
  });
}
