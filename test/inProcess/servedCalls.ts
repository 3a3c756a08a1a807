import { Empty } from "google-protobuf/google/protobuf/empty_pb";

import type { ProviderCalls } from "../../testing/engine/providers/providerClient";
import { callFailed } from "./callFailed";

/** The calls of the protocol, answered in this process; a failure arrives as it would over gRPC. */
export function servedCalls(
  answer: (method: string, request: unknown) => unknown,
  close: () => void = () => undefined,
): ProviderCalls {
  const call =
    (method: string) =>
    async (request: unknown = new Empty()): Promise<never> => {
      try {
        return (await answer(method, request)) as never;
      } catch (error) {
        throw callFailed(error);
      }
    };
  return {
    handshake: call("handshake"),
    getPluginInfo: call("getPluginInfo"),
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
    cancel: call("cancel"),
    close,
  };
}
