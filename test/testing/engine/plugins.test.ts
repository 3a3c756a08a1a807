import { expect } from "chai";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Stack } from "../../../testing/engine";
import { NativeNote } from "./support/nativeNote";
import { packageRoot, pluginPath, programPath } from "./support/packageRoot";
import { failure, patience, stepsOf, ToyStack } from "./support/toyStack";

const program = () => {
  new NativeNote("note", { text: "one" });
};

describe("engine: plugins by path", function () {
  this.timeout(patience);

  it("are found through Pulumi.yaml, and run in the directory of the program", async () => {
    const toy = ToyStack.directory("native", { env: { TOY_NOTES: JSON.stringify({ a: { text: "one" } }) } });

    const up = await toy.up();

    expect(up.changes).to.deep.equal({ create: 2 });
    expect(up.outputs).to.deep.equal({ serials: { a: 1 } });
    const [handshake] = toy.service.calls("handshake");
    expect(handshake).to.deep.include({ rootDirectory: pluginPath("toy"), cwd: programPath("native") });
    expect(handshake?.["engineAddress"]).to.match(/^127\.0\.0\.1:\d+$/);
    toy.service.remove();
  });

  it("are called in the order of the real engine", async () => {
    const toy = ToyStack.native(program, { hasProcesses: true });

    await toy.up();

    expect(toy.service.read().calls.map(({ call }) => call)).to.deep.equal([
      "handshake",
      "checkConfig",
      "configure",
      "check",
      "create",
      "cancel",
    ]);
    toy.service.remove();
  });

  it("end with the operation", async () => {
    const toy = ToyStack.native(program, { hasProcesses: true });

    await toy.up();

    const pid = toy.service.calls("configure")[0]?.["pid"] as number;
    expect(() => process.kill(pid, 0)).to.throw("ESRCH");
    toy.service.remove();
  });

  it("may be for the runtime of Node, without an executable", async () => {
    const toy = ToyStack.native(program, {
      hasProcesses: true,
      plugins: [{ name: "toy", path: pluginPath("scripted") }],
    });

    const up = await toy.up();

    expect(stepsOf(up)).to.deep.equal(["create note"]);
    toy.service.remove();
  });

  it("that no handshake is implemented by say what they accept when they are configured", async () => {
    const toy = ToyStack.native(program, {
      hasProcesses: true,
      env: { TOY_PLAIN: "1" },
      secrets: { "toy:token": "t0ken" },
    });

    await toy.up();

    expect(toy.service.calls("handshake")).to.deep.equal([]);
    expect((await toy.recorded("note"))?.outputs["code"]).to.equal("code-1");
    toy.service.remove();
  });
});

describe("engine: plugins that cannot be used", function () {
  this.timeout(patience);

  const create = (path: string) =>
    Stack.create({ program, workDir: packageRoot(), plugins: [{ name: "toy", path }] }).then(
      () => "",
      (error: unknown) => (error as Error).message,
    );

  it("are refused where the path is a file or leads nowhere", async () => {
    const file = join(pluginPath("toy"), "pulumi-resource-toy");

    expect(await create(file)).to.equal(
      `parsing plugin options for 'toy': provider folder '${file}' is not a directory`,
    );
    expect(await create("nowhere")).to.equal(
      `parsing plugin options for 'toy': no folder at path '${join(packageRoot(), "nowhere")}'`,
    );
  });

  it("are named where a package has none", async () => {
    const toy = ToyStack.inline(program, { hasProcesses: true });

    const error = await failure(toy.preview());

    expect(error.message).to.contain("no resource plugin 'pulumi-resource-toy' found in the workspace");
    toy.service.remove();
  });

  it("are named where the folder has neither an executable nor a PulumiPlugin.yaml", async () => {
    const toy = ToyStack.native(program, {
      hasProcesses: true,
      plugins: [{ name: "toy", path: programPath("toy") }],
    });

    const error = await failure(toy.preview());

    expect(error.message).to.match(/failed to load plugin .*pulumi-resource-toy: loading PulumiPlugin\.yaml/);
    toy.service.remove();
  });

  it("are quoted where they end before they are ready", async () => {
    const toy = ToyStack.native(program, { hasProcesses: true, env: { TOY_BROKEN: "1" } });

    const error = await failure(toy.preview());

    expect(error.message).to.match(/could not read plugin \[.*pulumi-resource-toy\]: exit status 3/);
    expect(error.message).to.contain("the shelf gave way");
    toy.service.remove();
  });

  it("are named where they print anything before their port", async () => {
    const folder = mkdtempSync(join(tmpdir(), "toy-plugin-"));
    const executable = join(folder, "pulumi-resource-toy");
    writeFileSync(executable, "#!/bin/sh\necho 'ready soon'\necho 4711\nread line\n");
    chmodSync(executable, 0o755);
    const toy = ToyStack.native(program, { hasProcesses: true, plugins: [{ name: "toy", path: folder }] });

    const error = await failure(toy.preview());

    expect(error.message).to.contain('wrote an invalid port to stdout: could not parse port "ready soon"');
    rmSync(folder, { recursive: true });
    toy.service.remove();
  });

  it("are told of where they crash, with what they printed", async () => {
    const toy = ToyStack.native(
      () => {
        new NativeNote("note", { text: "one", fail: "crash" });
      },
      { hasProcesses: true },
    );

    const error = await failure(toy.up());

    expect(error.message).to.match(/Detected that .*pulumi-resource-toy exited prematurely/);
    expect(error.message).to.contain("the pin went through the wall");
    toy.service.remove();
  });
});
