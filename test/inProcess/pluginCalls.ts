import { serveProvider } from "../../provider/plugin/methods";
import type { ProviderCalls } from "../../testing/engine/providers/providerClient";
import { callFailed } from "./callFailed";
import type { ProviderProcess } from "./providerProcess";

/** The native plugin, called without a connection in between. */
export function pluginCalls(provider: ProviderProcess & { readonly engineAddress: string }): ProviderCalls {
  const { answer, end } = serveProvider(provider);
  const call =
    (method: string) =>
    async (request?: unknown): Promise<never> => {
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
    close: end,
  };
}
