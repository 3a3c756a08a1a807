import { join } from "node:path";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import type { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { expect } from "chai";

import { Emulator } from "../../../testing/emulator";
import { type PluginProcess, startPluginProcess } from "../../scenarios/pluginProcess";
import { until } from "../../until";
import { create } from "./wire";

const spy = join(__dirname, "loadedModules.js");

describe("the plugin's process", function () {
  this.timeout(60_000);
  let emulator: Emulator;
  const running: PluginProcess[] = [];

  before(async () => {
    emulator = await Emulator.start();
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((plugin) => plugin.close()));
    emulator.reset();
  });
  after(() => emulator.close());

  async function start(env: Record<string, string> = {}): Promise<PluginProcess> {
    const plugin = await startPluginProcess({ ...emulator.env(), ...env });
    running.push(plugin);
    return plugin;
  }

  it("prints its port and nothing else on stdout", async () => {
    const { stdout, client } = await start();

    await client.call("getPluginInfo", new Empty());
    await create(client, "EnvironmentGroup", { displayName: "Sales" });

    expect(stdout()).to.match(/^\d+\n$/);
  });

  it("has loaded nothing but gRPC by then", async () => {
    const { stderr } = await start({ NODE_OPTIONS: `--require ${spy}` });

    await until(() => stderr().includes("these were loaded at the first line"));

    expect(stderr())
      .to.include("grpc-js")
      .and.not.match(/node_modules.(@pulumi|axios|@azure|zod|node-forge)/);
  });

  it("loads neither resources nor lifecycle while its configuration is only compared, as in every preview and update", async () => {
    const { client, child, stderr, ended } = await start({ NODE_OPTIONS: `--require ${spy}` });
    await client.call("checkConfig", new messages.CheckRequest());
    await client.call("diffConfig", new messages.DiffRequest());

    child.kill("SIGINT");
    await ended;

    expect(stderr())
      .to.match(/plugin.diffConfig/)
      .and.to.include("these were loaded at the end")
      .and.not.match(/node_modules.zod|provider.(resources.index|functions|lifecycle.(check|create|runtime))/);
  });

  it("ends at once on SIGINT", async () => {
    const { client, child, ended } = await start();
    await client.call("getPluginInfo", new Empty());

    child.kill("SIGINT");

    expect(await ended).to.equal(0);
  });

  it("finishes a write on the wire before it ends on SIGINT", async () => {
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    const held = await Emulator.start({ clock: { now: () => Date.now(), sleep: () => released } });
    const { client, child, ended } = await start(held.env());
    held.fault({ method: "POST", path: "/**", kind: "slow", delayMs: 1 });
    const creating = create(client, "EnvironmentGroup", { displayName: "Sales" }).catch(() => undefined);
    await until(() => held.requests.some(({ method }) => method === "POST"));

    child.kill("SIGINT");
    release();

    expect(await ended).to.equal(0);
    await creating;
    expect(held.tenant.environmentGroups.list().map(({ displayName }) => displayName)).to.include("Sales");
    await held.close();
  });

  it("ends itself when the engine is gone", async () => {
    const ticking = join(__dirname, "../../scenarios/tickingClock.js");
    const { client, engine, ended } = await start({ NODE_OPTIONS: `--require ${ticking}` });
    await client.call("getPluginInfo", new Empty());

    engine.close();

    expect(await ended).to.equal(0);
  });

  it("knows its version, has a schema of the same version, and maps no names of other tools", async () => {
    const { client } = await start();

    const info = await client.call<PluginInfo>("getPluginInfo", new Empty());
    const schema = await client.call<messages.GetSchemaResponse>("getSchema", new messages.GetSchemaRequest());
    const mapping = await client.call<messages.GetMappingResponse>("getMapping", new messages.GetMappingRequest());

    const { name, version } = JSON.parse(schema.getSchema()) as Record<string, unknown>;
    expect({ name, version }).to.deep.equal({ name: "power-platform", version: info.getVersion() });
    expect(mapping.getProvider()).to.equal("");
  });

  it("says that a method is not there in the way the engine expects", async () => {
    const { client } = await start();

    const error = await client
      .call("construct", new messages.ConstructRequest())
      .catch((caught: unknown) => caught as { code: number });

    expect(error).to.include({ code: 12 });
  });
});
