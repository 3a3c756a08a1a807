import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Output } from "@pulumi/pulumi";
import { expect } from "chai";
import { type Deployment, Stack } from "../../../testing/engine";
import { Note } from "./support/note";
import { packageRoot } from "./support/packageRoot";
import { patience, ToyStack } from "./support/toyStack";

const program = () => {
  new Note("note", { text: "one" }, { customTimeouts: { create: "5m", update: "1h30m" }, protect: true });
};

describe("engine: state", function () {
  this.timeout(patience);
  let toy: ToyStack;

  before(async () => {
    toy = ToyStack.inline(program);
    await toy.up();
  });
  after(() => {
    toy.service.remove();
  });

  it("has Pulumi's deployment format, without what is empty", async () => {
    const state = (await toy.stack).exportState();
    const note = await toy.exported("note");

    expect(state.version).to.equal(3);
    expect(state.deployment.manifest).to.have.keys("time", "magic", "version");
    expect(state.deployment.resources?.map(({ type }) => type)).to.deep.equal([
      "pulumi:pulumi:Stack",
      "pulumi:providers:pulumi-nodejs",
      "pulumi-nodejs:dynamic/toy:Note",
    ]);
    expect(note).to.have.keys(
      ...["urn", "custom", "id", "type", "inputs", "outputs", "parent", "protect", "provider"],
      ...["propertyDependencies", "customTimeouts", "created", "modified"],
    );
    expect(note).to.deep.include({
      custom: true,
      id: "note-1",
      protect: true,
      customTimeouts: { create: 300, update: 5400 },
    });
    expect(note?.provider).to.match(
      /^urn:pulumi:test::project::pulumi:providers:pulumi-nodejs::default::[0-9a-f-]{36}$/,
    );
  });

  it("can be taken to another stack, with what it does not know kept", async () => {
    const state = (await toy.stack).exportState();
    state.deployment["secrets_providers"] = { type: "passphrase" };
    const other = ToyStack.inline(program);
    (await other.stack).importState(state);

    const up = await other.up();

    expect(up.changes).to.deep.equal({ same: 2 });
    expect((await other.stack).exportState().deployment["secrets_providers"]).to.deep.equal({
      type: "passphrase",
    });
    other.service.remove();
  });

  it("is refused if its secrets are encrypted", async () => {
    const state = (await toy.stack).exportState();
    const secret = {
      "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
      ciphertext: "v1:x",
    };
    Object.assign(state.deployment.resources?.[2] ?? {}, { inputs: { token: secret } });
    const other = await Stack.create({ program });

    expect(() => {
      other.importState(state);
    }).to.throw("pulumi stack export --show-secrets");
  });

  it("can be kept in a file from one stack to the next", async () => {
    const folder = mkdtempSync(join(tmpdir(), "engine-state-"));
    const options = { statePath: join(folder, "kept/state.json"), workDir: packageRoot() };
    const first = await Stack.create({ ...options, program: () => ({ answer: 42 }) });
    await first.up();

    const second = await Stack.create({ ...options, program: () => ({ answer: 42 }) });

    expect(existsSync(options.statePath)).to.equal(true);
    expect(second.resources.map(({ outputs }) => outputs)).to.deep.equal([{ answer: 42 }]);
    rmSync(folder, { recursive: true });
  });

  it("is written to its file after each step, so that something is left when the process is killed", async () => {
    const folder = mkdtempSync(join(tmpdir(), "engine-state-"));
    const statePath = join(folder, "state.json");
    let seen: string[] = [];
    const look = async (): Promise<void> => {
      await promised(new Note("note", { text: "one" }).id);
      const { deployment } = JSON.parse(readFileSync(statePath, "utf8")) as Deployment;
      seen = (deployment.resources ?? []).map(({ urn }) => urn.split("::").at(-1)!);
    };
    const kept = ToyStack.inline(look, { statePath });

    await kept.up();

    expect(seen).to.deep.equal(["project-test", "default", "note"]);
    kept.service.remove();
    rmSync(folder, { recursive: true });
  });
});

const promised = <Value>(output: Output<Value>): Promise<Value> => new Promise((resolve) => output.apply(resolve));
