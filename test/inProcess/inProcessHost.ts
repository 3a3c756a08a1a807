import { dynamicPackage } from "../../testing/engine/providers/dynamicHost";
import type { ProviderCalls } from "../../testing/engine/providers/providerClient";
import type { ProviderHost, ProviderPlugin } from "../../testing/engine/providers/providerPlugin";
import { ownAddress } from "../ownAddress";
import { dynamicCalls } from "./dynamicCalls";
import { pluginCalls } from "./pluginCalls";
import type { ProviderProcess } from "./providerProcess";
import { trustCertificates } from "./trustCertificates";

/** Both adapters in this process. Each provider that the engine starts is as good as a new process: nothing is cached from before. */
export class InProcessHost implements ProviderHost {
  private readonly running: ProviderCalls[] = [];
  private ofRun: string | undefined;

  /**
   * @param engineAddress of the engine, which takes the messages of providers
   * @param isKilled whether the providers were killed, which ends nothing in an orderly way
   */
  constructor(
    private readonly provider: ProviderProcess,
    private readonly engineAddress: () => string,
    private readonly isKilled: () => boolean = () => false,
  ) {
    const { NODE_EXTRA_CA_CERTS: certificates } = provider.env;
    if (certificates !== undefined) trustCertificates(certificates);
  }

  warm(): void {
    // There is nothing to load.
  }

  start(packageName: string): Promise<ProviderPlugin> {
    const engineAddress = (this.ofRun ??= ownAddress(this.engineAddress()));
    const provider = { ...this.provider, engineAddress };
    const [client, origin] =
      packageName === dynamicPackage
        ? [dynamicCalls(provider), undefined]
        : [pluginCalls(provider), { engineAddress, directory: __dirname }];
    this.running.push(client);
    return Promise.resolve({ client, origin, stop: () => Promise.resolve() });
  }

  hasConfigCalls(packageName: string): boolean {
    return packageName !== dynamicPackage;
  }

  stop(): Promise<void> {
    if (!this.isKilled()) for (const client of this.running) client.close();
    return Promise.resolve();
  }
}
