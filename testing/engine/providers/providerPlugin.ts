import type { ProviderClient } from "./providerClient";

/** A provider's process, ready to be called. */
export interface ProviderPlugin {
  readonly client: ProviderClient;
  /** Tells the provider to cancel what it does, ends its process and waits for that. */
  stop(): Promise<void>;
}

/** Starts the providers of packages. One for plugins found by path would be another of these. */
export interface ProviderHost {
  /** Starts a process for the package; each provider resource has its own. */
  start(packageName: string): Promise<ProviderPlugin>;
  /** Ends every process that was started. */
  stop(): Promise<void>;
}
