import { adapt } from "../../provider/dynamic/adapter";
import { engineLog } from "../../provider/engine/engineLog";
import { rootStack } from "../../provider/engine/rootStack";
import { createRuntime, type Runtime } from "../../provider/runtime/createRuntime";
import { definitionOf, kinds } from "../../provider/resources";
import { providerText } from "../../sdk/providerText";
import type { ProviderCalls } from "../../testing/engine/providers/providerClient";
import type { ProviderProcess } from "./providerProcess";
import { pulumiService } from "./pulumiService";
import { servedCalls } from "./servedCalls";

/** The dynamic adapter behind the service of Pulumi's dynamic-provider process. */
export function dynamicCalls({
  env,
  clock,
  engineAddress,
}: ProviderProcess & { readonly engineAddress: string }): ProviderCalls {
  const { warn, progress } = engineLog(engineAddress);
  let shared: Runtime | undefined;
  const providerOf = (text: unknown): object => {
    const kind = kinds.find((each) => providerText(each) === text);
    if (kind === undefined) throw new Error("code must be a string, not undefined");
    return adapt(
      definitionOf(kind),
      (config) =>
        (shared ??= createRuntime(config, {
          env,
          clock,
          warn,
          log: () => undefined,
          progress: (message, resource) => void progress(resource === undefined ? message : `${resource}: ${message}`),
          stack: rootStack(engineAddress),
          engineAddress,
        })),
    );
  };
  return servedCalls(pulumiService(engineAddress, providerOf), () => shared?.end());
}
