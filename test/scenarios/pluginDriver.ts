import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";

import { servePlugin } from "../../provider/plugin/server";
import { pluginToken } from "../../provider/resources/typeToken";
import { fakeClock } from "../fakeClock";
import { ownAddress } from "../ownAddress";
import { freshPulumiHome } from "../pulumiHome";
import { type PluginClient, pluginClient, values } from "../provider/plugin/pluginClient";
import type { Properties, ProviderDriver } from "./driver";
import type { InProcessOptions } from "./coreDriver";
import { FakeEngine } from "./fakeEngine";

export interface PluginDriver extends ProviderDriver {
  readonly client: PluginClient;
  readonly engine: FakeEngine;
}

/** The URN of a resource of a kind, as the engine makes it. */
export const urnOf = (kind: string, name = "one", stack = "dev"): string =>
  `urn:pulumi:${stack}::test::${pluginToken(kind)}::${name}`;

export const providerUrn = (name: string, project = "test"): string =>
  `urn:pulumi:dev::${project}::pulumi:providers:power-platform::${name}`;

/** The plugin's server in this process, driven over gRPC as the engine does, with time that passes at once. */
export async function startPluginDriver({
  env = {},
  config = {},
  clock = fakeClock(Date.now()),
  stack,
}: InProcessOptions): Promise<PluginDriver> {
  const engine = await FakeEngine.start();
  const plugin = await servePlugin({
    env: { PULUMI_HOME: freshPulumiHome(), ...env },
    clock,
    engineAddress: engine.address,
  });
  const client = pluginClient(plugin.port);
  return drivePlugin(client, engine, config, stack, () => {
    client.close();
    plugin.end();
    plugin.close();
    engine.close();
  });
}

/** Drives a plugin, wherever it runs, as a run of the engine does: the plugin is configured anew and knows nothing of earlier runs. */
export async function drivePlugin(
  client: PluginClient,
  engine: FakeEngine,
  config: Readonly<Record<string, string>> = {},
  stack?: string,
  close: () => void | Promise<void> = () => undefined,
): Promise<PluginDriver> {
  const { call } = client;
  const about = (kind: string): string => urnOf(kind, "one", stack);
  const handshake = new messages.ProviderHandshakeRequest();
  handshake.setEngineAddress(ownAddress(engine.address));
  await call("handshake", handshake);
  const configure = new messages.ConfigureRequest();
  configure.setUrn(providerUrn(config["power-platform:explicit"] === "true" ? "mine" : "default"));
  configure.setArgs(Struct.fromJavaScript(withoutNamespace(config)));
  await call("configure", configure);

  const warningsBefore = engine.warnings.length;
  return {
    client,
    engine,
    // The list itself where it is this run's alone, so that who keeps it sees what comes later.
    get warnings() {
      return warningsBefore === 0 ? engine.warnings : engine.warnings.slice(warningsBefore);
    },
    printed: () => engine.lines.join("\n"),

    async check(kind, olds, news) {
      const request = new messages.CheckRequest();
      request.setUrn(about(kind)).setOlds(struct(olds)).setNews(struct(news));
      const answer = await call<messages.CheckResponse>("check", request);
      return {
        inputs: values(answer.getInputs()),
        failures: answer.getFailuresList().map((failure) => failure.toObject()),
      };
    },

    async diff(kind, id, olds, news) {
      const request = new messages.DiffRequest();
      request.setUrn(about(kind)).setId(id).setOlds(struct(olds)).setNews(struct(news));
      const answer = await call<messages.DiffResponse>("diff", request);
      return {
        changes: answer.getChanges() !== messages.DiffResponse.DiffChanges.DIFF_NONE,
        replaces: replacing(answer),
        deleteBeforeReplace: answer.getDeletebeforereplace(),
      };
    },

    async create(kind, inputs) {
      const request = new messages.CreateRequest();
      request.setUrn(about(kind)).setProperties(struct(inputs));
      const answer = await call<messages.CreateResponse>("create", request);
      return { id: answer.getId(), outputs: values(answer.getProperties()) };
    },

    async read(kind, id, outputs) {
      const request = new messages.ReadRequest();
      request.setUrn(about(kind)).setId(id).setProperties(struct(outputs));
      const answer = await call<messages.ReadResponse>("read", request);
      return {
        id: answer.getId(),
        outputs: values(answer.getProperties()),
        inputs: values(answer.getInputs()),
      };
    },

    async update(kind, id, olds, news) {
      const request = new messages.UpdateRequest();
      request.setUrn(about(kind)).setId(id).setOlds(struct(olds)).setNews(struct(news));
      return values((await call<messages.UpdateResponse>("update", request)).getProperties());
    },

    async delete(kind, id, outputs) {
      const request = new messages.DeleteRequest();
      request.setUrn(about(kind)).setId(id).setProperties(struct(outputs));
      await call("delete", request);
    },

    close: () => Promise.resolve().then(close),
  };
}

/** A message without the provider's text, which the classes of the plugin do not send. */
export const struct = ({ __provider, ...properties }: Properties): Struct =>
  Struct.fromJavaScript(properties as Record<string, never>);

/** Paths that replace; the object itself where it is gone. */
function replacing(answer: messages.DiffResponse): string[] {
  const { ADD_REPLACE, DELETE_REPLACE, UPDATE_REPLACE } = messages.PropertyDiff.Kind;
  const paths: string[] = [];
  answer.getDetaileddiffMap().forEach((diff, path) => {
    if ([ADD_REPLACE, DELETE_REPLACE, UPDATE_REPLACE].some((kind) => kind === diff.getKind())) paths.push(path);
  });
  return answer.getReplacesList().includes("id") ? ["id"] : paths;
}

const withoutNamespace = (config: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(config).map(([key, value]) => [key.replace(/^power-platform:/, ""), value]));
