import * as grpc from "@grpc/grpc-js";

import { runScript } from "./runScript";

type Done = (error: unknown, response: unknown) => void;

/** The service of Pulumi's dynamic-provider process. */
type Service = Record<string, (call: { readonly request: unknown }, done: Done) => unknown>;

const script = require.resolve("@pulumi/pulumi/cmd/dynamic-provider");

/**
 * What Pulumi's dynamic-provider process answers, without the process: its own script runs here with a server that
 * listens nowhere, and its service is called as it is.
 * @param providerOf the dynamic provider that a text in state stands for
 */
export function pulumiService(
  engineAddress: string,
  providerOf: (text: unknown) => object,
): (method: string, request: unknown) => Promise<unknown> {
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
    "source-map-support/register": {},
  };
  runScript(script, {
    process: { argv: ["node", script, engineAddress], on: () => undefined },
    console: { log: () => undefined, error: () => undefined },
    require: (name) => instead[name],
  });
  return (method, request) =>
    new Promise((resolve, reject) => {
      const done: Done = (error, response) => {
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- as the service gives it
        if (error) reject(error);
        else resolve(response);
      };
      Promise.resolve(service[method]!({ request }, done)).catch(reject);
    });
}
