import { type sendUnaryData, Server, ServerCredentials, type ServerUnaryCall } from "@grpc/grpc-js";
import type * as protocol from "@pulumi/pulumi/proto/provider_grpc_pb";

import { underWay } from "../engine/callsUnderWay";
import type { Provider } from "./methods";
import type { PluginEnvironment } from "./session";

export interface RunningPlugin {
  readonly port: number;
  /** Aborts waits and reads. Writes that were sent are finished. */
  cancel(): Promise<void>;
  /** Call it when the engine says that the run has ended. All answers are in state. */
  end(): void;
  close(): void;
}

/** States can be large: the engine sends and takes up to this much. Source: pulumi/pulumi, sdk/go/common/util/rpcutil. */
const maxMessageBytes = 400 * 1024 * 1024;

/**
 * Serves Pulumi's provider protocol on a free port of loopback. The engine waits for the port, so little is loaded before
 * it is known. The protocol is loaded before the first call is possible, and the methods while the engine connects.
 * @param announce receives the port as soon as it is known
 */
export function servePlugin(
  environment: PluginEnvironment,
  announce: (port: number) => void = () => undefined,
): Promise<RunningPlugin> {
  const server = new Server({
    "grpc.max_receive_message_length": maxMessageBytes,
    "grpc.max_send_message_length": maxMessageBytes,
  });
  return new Promise((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) => {
      if (error !== null) {
        reject(error);
        return;
      }
      announce(port);
      const { answer, end } = addMethods(server, environment);
      resolve({
        port,
        cancel: async () => {
          await answer("cancel", undefined);
        },
        end,
        close: () => {
          server.forceShutdown();
        },
      });
    });
  });
}

/** Synchronous: an earlier call would fail, because there are no methods yet. */
function addMethods(server: Server, environment: PluginEnvironment): Provider {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- `import()` would let calls come first
  const { ResourceProviderService } = require("@pulumi/pulumi/proto/provider_grpc_pb") as typeof protocol;
  let loaded: Provider | undefined;
  const loading = import("./methods.js").then(({ serveProvider }) => (loaded = serveProvider(environment)));
  const answer: Provider["answer"] = async (method, request) => (await loading).answer(method, request);
  const handler =
    (method: string) =>
    ({ request }: ServerUnaryCall<unknown, unknown>, callback: sendUnaryData<unknown>): void => {
      underWay(answer(method, request)).then(
        (response) => {
          callback(null, response);
        },
        (error: unknown) => {
          callback(error as Error);
        },
      );
    };
  const methods = Object.keys(ResourceProviderService);
  server.addService(ResourceProviderService, Object.fromEntries(methods.map((method) => [method, handler(method)])));
  return {
    answer,
    end: () => {
      loaded?.end();
    },
  };
}
