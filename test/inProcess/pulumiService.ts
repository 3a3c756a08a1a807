import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { compileFunction } from "node:vm";
import * as grpc from "@grpc/grpc-js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";

import type { ProviderCalls } from "../../testing/engine/providers/providerClient";
import { callFailed } from "./callFailed";

type Done = (error: unknown, response: unknown) => void;

/** The service of Pulumi's dynamic-provider process. */
type Service = Record<string, (call: { readonly request: unknown }, done: Done) => unknown>;

const script = require.resolve("@pulumi/pulumi/cmd/dynamic-provider");
const requireOfScript = createRequire(script);
const parameters = ["exports", "require", "process", "console"];
const run = compileFunction(readFileSync(script, "utf8"), parameters, { filename: script }) as (
  ...of: unknown[]
) => void;

/**
 * What Pulumi's dynamic-provider process answers, without the process: its own script runs here with a server that
 * listens nowhere, and its service is called as it is.
 * @param providerOf the dynamic provider that a text in state stands for
 */
export function pulumiService(
  engineAddress: string,
  providerOf: (text: unknown) => object,
): Omit<ProviderCalls, "close"> {
  let service: Service = {};
  class Server {
    addService(_: unknown, added: Service): void {
      service = added;
    }
    bindAsync(_: unknown, __: unknown, done: (error: null, port: number) => void): void {
      done(null, 0);
    }
  }
  const instead: Readonly<Record<string, unknown>> = {
    "@grpc/grpc-js": { ...grpc, Server },
    "require-from-string": (text: unknown) => ({ handler: () => providerOf(text) }),
    "source-map-support/register": undefined,
  };
  const requireHere = (name: string): unknown => (name in instead ? instead[name] : requireOfScript(name));
  const process = { argv: ["node", script, engineAddress], on: () => undefined };
  run({}, requireHere, process, { log: () => undefined, error: () => undefined });

  const call =
    (method: string) =>
    (request: unknown): Promise<never> =>
      new Promise((resolve, reject) => {
        const done: Done = (error, response) => {
          if (error) reject(callFailed(error));
          else resolve(response as never);
        };
        Promise.resolve(service[method]!({ request }, done)).catch(reject);
      });
  return {
    handshake: call("handshake"),
    getPluginInfo: () => call("getPluginInfo")(new Empty()),
    checkConfig: call("checkConfig"),
    diffConfig: call("diffConfig"),
    configure: call("configure"),
    check: call("check"),
    diff: call("diff"),
    create: call("create"),
    read: call("read"),
    update: call("update"),
    delete: call("delete"),
    invoke: call("invoke"),
    cancel: () => call("cancel")(new Empty()),
  };
}
