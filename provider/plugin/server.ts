import {
  type sendUnaryData,
  Server,
  ServerCredentials,
  type ServerUnaryCall,
  type UntypedServiceImplementation,
} from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";

import { underWay } from "../engine/callsUnderWay";
import type { Answer } from "./methods";
import type { PluginSurroundings } from "./session";

export interface RunningPlugin {
  readonly port: number;
  /** Ends waits and reads at once; writes on the wire are finished. */
  cancel(): Promise<void>;
  close(): void;
}

/** States can be large: the engine sends and takes up to this much. Source: pulumi/pulumi, sdk/go/common/util/rpcutil. */
const maxMessageBytes = 400 * 1024 * 1024;

/**
 * Serves Pulumi's provider protocol on a free port of loopback. Only the protocol is loaded before the port is known:
 * the engine waits for it. What answers the calls is loaded while the engine connects.
 */
export async function servePlugin(surroundings: PluginSurroundings): Promise<RunningPlugin> {
  let loading: Promise<Answer> | undefined;
  const answer: Answer = async (method, request) => {
    loading ??= import("./methods.js").then(({ answering }) => answering(surroundings));
    return (await loading)(method, request);
  };

  const server = new Server({
    "grpc.max_receive_message_length": maxMessageBytes,
    "grpc.max_send_message_length": maxMessageBytes,
  });
  const methods = Object.keys(ResourceProviderService);
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
  const handlers: UntypedServiceImplementation = Object.fromEntries(
    methods.map((method) => [method, handler(method)]),
  );
  server.addService(ResourceProviderService, handlers);
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) => {
      if (error === null) resolve(bound);
      else reject(error);
    });
  });
  return {
    port,
    cancel: async () => {
      await answer("cancel", undefined);
    },
    close: () => {
      server.forceShutdown();
    },
  };
}
