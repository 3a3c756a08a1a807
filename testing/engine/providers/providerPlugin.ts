import type { ProviderCalls } from "./providerClient";

/** A running provider, usually a process. */
export interface ProviderPlugin {
  readonly client: ProviderCalls;
  /** The content of the handshake. Absent if there is no handshake. */
  readonly origin: { engineAddress: string; directory: string } | undefined;
  /** Sends Cancel, ends the process and waits for its end. */
  stop(): Promise<void>;
}

/** Starts the providers of packages. */
export interface ProviderHost {
  /** Starts dynamic providers in advance if that takes long. */
  warm(): void;
  /** Starts a process for the package; each provider resource has its own. */
  start(packageName: string): Promise<ProviderPlugin>;
  /** Whether the package checks and compares the configuration of its providers. */
  hasConfigCalls(packageName: string): boolean;
  /** Ends every process that was started. */
  stop(): Promise<void>;
}
