import { serveProvider } from "../../provider/plugin/methods";
import type { ProviderCalls } from "../../testing/engine/providers/providerClient";
import type { ProviderProcess } from "./providerProcess";
import { servedCalls } from "./servedCalls";

/** The native plugin, called without a connection in between. */
export function pluginCalls(provider: ProviderProcess & { readonly engineAddress: string }): ProviderCalls {
  const { answer, end } = serveProvider(provider);
  return servedCalls(answer, end);
}
