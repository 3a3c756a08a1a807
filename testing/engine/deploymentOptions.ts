import type { Diagnostic } from "./diagnostics";
import type { ImportRequest } from "./importer";
import type { Program } from "./program/program";
import type { StackConfig } from "./program/stackConfig";
import type { PluginFolder } from "./providers/pluginFolder";
import type { ProviderHost } from "./providers/providerPlugin";
import type { Recorder } from "./recorder";
import type { OperationKind } from "./result";
import type { ResourceState } from "./state/resourceState";

/** The options of one operation. */
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
  /** The objects to import. */
  imports: readonly ImportRequest[];
  /** The plugins of the project. */
  plugins: readonly PluginFolder[];
  /** Where providers come from, given the address of the engine once it listens. @default processes, as with the Pulumi CLI */
  hostOf?: ((engineAddress: () => string) => ProviderHost) | undefined;
  signal: AbortSignal | undefined;
  onMessage: ((diagnostic: Diagnostic) => void) | undefined;
  /** Receives the resources after each step that is not a preview. */
  onStep?: ((resources: readonly ResourceState[]) => void) | undefined;
  /** The resources before the operation, which may change them. */
  base: readonly ResourceState[];
}

/** How an operation ended. */
export interface Outcome {
  recorder: Recorder;
  /** The resources after the operation, also if it failed. */
  resources: ResourceState[];
  error: Error | undefined;
}
