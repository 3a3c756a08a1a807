import type { ProviderCalls } from "./providerClient";

/** A provider, ready to be called: mostly a process. */
export interface ProviderPlugin {
  readonly client: ProviderCalls;
  /** What a plugin is told by a handshake; without it there is none. */
  readonly origin: { engineAddress: string; directory: string } | undefined;
  /** Tells the provider to cancel what it does, ends its process and waits for that. */
  stop(): Promise<void>;
}

/** Starts the providers of packages. */
export interface ProviderHost {
  /** Starts dynamic providers before anything asks for one, where that takes long. */
  warm(): void;
  /** Starts a process for the package; each provider resource has its own. */
  start(packageName: string): Promise<ProviderPlugin>;
  /** Does the package check and compare the configuration of its providers? */
  hasConfigCalls(packageName: string): boolean;
  /** Ends every process that was started. */
  stop(): Promise<void>;
}
