import { ScriptProcess } from "../program/childProcess";
import { resolveSdkModule } from "../program/resolveModule";
import { PluginProcess } from "./pluginProcess";
import type { ProviderPlugin } from "./providerPlugin";

/** The package of dynamic providers written for Node. */
export const dynamicPackage = "pulumi-nodejs";

/** How the processes of providers are started. */
export interface HostOptions {
  /** Address of the engine, for the provider's messages. */
  engineAddress(): string;
  /** The directory of the program; dynamic providers load their code from there. */
  directory: string;
  project: string;
  env: Readonly<Record<string, string>>;
  /** Receives the output of a dynamic provider. */
  onLine: (line: string) => void;
}

/** Starts the dynamic provider process of the Pulumi SDK, as the launcher that comes with the CLI does. */
export class DynamicHost {
  private readonly running = new Set<PluginProcess>();
  private spare: PluginProcess | undefined;

  constructor(private readonly options: HostOptions) {}

  /** Starts a process in advance. It takes a second to load, while the program starts too. */
  warm(): void {
    this.spare ??= this.launch();
  }

  async start(): Promise<ProviderPlugin> {
    const plugin = this.spare ?? this.launch();
    this.spare = undefined;
    await plugin.ready;
    return plugin;
  }

  async stop(): Promise<void> {
    await Promise.all([...this.running].map((plugin) => plugin.stop()));
  }

  private launch(): PluginProcess {
    const { directory, env, project } = this.options;
    const plugin = new PluginProcess({
      start: (onLine) =>
        new ScriptProcess({
          script: resolveSdkModule("cmd/dynamic-provider", directory),
          args: [this.options.engineAddress()],
          directory,
          env: { ...env, PULUMI_NODEJS_PROJECT: project },
          onLine,
        }),
      notReady: (_, printed) =>
        new Error(`The dynamic provider process ended before it was ready.\n${printed.join("\n")}`.trim()),
      onLine: (line) => {
        this.options.onLine(line);
      },
    });
    this.running.add(plugin);
    return plugin;
  }
}
