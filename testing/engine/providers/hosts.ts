import { DynamicHost, dynamicPackage } from "./dynamicHost";
import { PluginHost, type PluginHostOptions } from "./pluginHost";
import type { ProviderHost, ProviderPlugin } from "./providerPlugin";

/** Starts providers: dynamic ones through the SDK, others by the path of their plugin. */
export class Hosts implements ProviderHost {
  private readonly dynamic: DynamicHost;
  private readonly plugins: PluginHost;

  constructor(options: PluginHostOptions) {
    this.dynamic = new DynamicHost(options);
    this.plugins = new PluginHost(options);
  }

  warm(): void {
    this.dynamic.warm();
  }

  start(packageName: string): Promise<ProviderPlugin> {
    return packageName === dynamicPackage ? this.dynamic.start() : this.plugins.start(packageName);
  }

  /** Dynamic providers neither check nor compare their configuration, so they do not have to run for it. */
  hasConfigCalls(packageName: string): boolean {
    return packageName !== dynamicPackage;
  }

  async stop(): Promise<void> {
    await Promise.all([this.dynamic.stop(), this.plugins.stop()]);
  }
}
