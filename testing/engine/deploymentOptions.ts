import type { Diagnostic } from "./diagnostics";
import type { ImportRequest } from "./importer";
import type { Program } from "./program/program";
import type { StackConfig } from "./program/stackConfig";
import type { PluginFolder } from "./providers/pluginFolder";
import type { ProviderHost } from "./providers/providerPlugin";
import type { Recorder } from "./recorder";
import type { OperationKind } from "./result";
import type { ResourceState } from "./state/resourceState";

/** Everything one operation is run with. */
export interface DeploymentOptions {
  kind: OperationKind;
  /** Nothing is really done. */
  preview: boolean;
  project: string;
  stack: string;
  program: Program;
  config: StackConfig;
  env: Readonly<Record<string, string>>;
  parallel: number;
  /** Refresh before anything else. */
  refresh: boolean;
  replace: readonly string[];
  /** What an import is to take in. */
  imports: readonly ImportRequest[];
  /** The plugins of the project. */
  plugins: readonly PluginFolder[];
  /** Where providers come from, given the address of the engine once it listens. @default processes, as with the Pulumi CLI */
  hostOf?: ((engineAddress: () => string) => ProviderHost) | undefined;
  signal: AbortSignal | undefined;
  onMessage: ((diagnostic: Diagnostic) => void) | undefined;
  /** Gets the resources as they are after each step that really does something. */
  onStep?: ((resources: readonly ResourceState[]) => void) | undefined;
  /** The resources before; the operation may change them. */
  base: readonly ResourceState[];
}

/** How an operation ended. */
export interface Outcome {
  recorder: Recorder;
  /** The resources after; truthful also when the operation failed. */
  resources: ResourceState[];
  error: Error | undefined;
}
