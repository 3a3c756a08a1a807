import { ScriptProcess } from "../program/childProcess";
import { resolveSdkModule } from "../program/resolveModule";
import { ProviderClient } from "./providerClient";
import type { ProviderHost, ProviderPlugin } from "./providerPlugin";

/** The package of dynamic providers written for Node. */
export const dynamicPackage = "pulumi-nodejs";

/** What a dynamic provider's process is started with. */
export interface DynamicHostOptions {
  /** Address of the engine, for the provider's messages. */
  engineAddress(): string;
  /** The directory of the program; providers load their code from there. */
  directory: string;
  project: string;
  stack: string;
  env: Readonly<Record<string, string>>;
  /** Gets what the process prints. */
  onLine(line: string): void;
}

/** Starts the dynamic provider process of the Pulumi SDK, as the launcher that comes with the CLI does. */
export class DynamicHost implements ProviderHost {
  private readonly running = new Set<DynamicPlugin>();
  private spare: DynamicPlugin | undefined;

  constructor(private readonly options: DynamicHostOptions) {}

  /** Starts a process before anything asks for it: it takes a second to load, which the program's own start hides. */
  warm(): void {
    this.spare ??= this.launch();
  }

  async start(packageName: string): Promise<ProviderPlugin> {
    if (packageName !== dynamicPackage) {
      throw new Error(
        `No provider for the package "${packageName}": this engine runs dynamic providers only.`,
      );
    }
    const plugin = this.spare ?? this.launch();
    this.spare = undefined;
    await plugin.ready;
    return plugin;
  }

  async stop(): Promise<void> {
    await Promise.all([...this.running].map((plugin) => plugin.stop()));
  }

  private launch(): DynamicPlugin {
    const plugin = new DynamicPlugin(this.options);
    this.running.add(plugin);
    return plugin;
  }
}

class DynamicPlugin implements ProviderPlugin {
  readonly ready: Promise<void>;
  private readonly process: ScriptProcess;
  private connected: ProviderClient | undefined;
  private stopped: Promise<void> | undefined;

  constructor(options: DynamicHostOptions) {
    const printed: string[] = [];
    let setPort: (port: string) => void = () => undefined;
    const port = new Promise<string>((resolve) => (setPort = resolve));
    let hasPort = false;
    this.process = new ScriptProcess({
      script: resolveSdkModule("cmd/dynamic-provider", options.directory),
      args: [options.engineAddress()],
      directory: options.directory,
      env: { ...options.env, PULUMI_NODEJS_PROJECT: options.project, PULUMI_NODEJS_STACK: options.stack },
      onLine: (line) => {
        if (hasPort) {
          options.onLine(line);
          return;
        }
        printed.push(line);
        hasPort = /^\d+$/.test(line);
        if (hasPort) setPort(line);
      },
    });
    const ended = this.process.ended.then(() => {
      throw new Error(
        `The dynamic provider process ended before it was ready.\n${printed.join("\n")}`.trim(),
      );
    });
    this.ready = Promise.race([port, ended]).then((found) => {
      this.connected = new ProviderClient(`127.0.0.1:${found}`);
    });
    // Nobody may be waiting for a process that was started ahead.
    this.ready.catch(() => undefined);
  }

  get client(): ProviderClient {
    if (!this.connected) throw new Error("The provider is not ready.");
    return this.connected;
  }

  stop(): Promise<void> {
    this.stopped ??= this.end();
    return this.stopped;
  }

  private async end(): Promise<void> {
    await this.connected?.cancel().catch(() => undefined);
    this.connected?.close();
    await this.process.stop();
  }
}
