import type { ExecutableProcess, OutputStream, ScriptProcess } from "../program/childProcess";
import { ProviderClient } from "./providerClient";
import type { ProviderPlugin } from "./providerPlugin";

/** The differences between the kinds of plugins. */
export interface PluginProcessOptions {
  /** The addresses of its engine and its code. A plugin gets them in a handshake, a dynamic provider does not. */
  origin?: { engineAddress: string; directory: string };
  /** Starts the process. `onLine` receives every line that it prints. */
  start(onLine: (line: string, stream: OutputStream) => void): ScriptProcess | ExecutableProcess;
  /** The reason why there is no port: the process has ended, or its first line is no port. */
  notReady(reason: { exitCode: number } | { port: string }, printed: readonly string[]): Error;
  /** Receives the lines after the port. */
  onLine(line: string): void;
  /** The process ended before it was asked to. */
  onCrash?(printed: readonly string[]): void;
}

/** The process of a provider. It prints the port that it listens on, and anything else after that. */
export class PluginProcess implements ProviderPlugin {
  readonly ready: Promise<void>;
  readonly origin: ProviderPlugin["origin"];
  private readonly process: ScriptProcess | ExecutableProcess;
  private readonly printed: string[] = [];
  private connected: ProviderClient | undefined;
  private stopped: Promise<void> | undefined;

  constructor(private readonly options: PluginProcessOptions) {
    this.origin = options.origin;
    let settle: (line: string) => void = () => undefined;
    const first = new Promise<string>((resolve) => (settle = resolve));
    let hasPort = false;
    this.process = options.start((line, stream) => {
      if (hasPort) options.onLine(line);
      this.printed.push(line);
      if (hasPort || stream === "stderr") return;
      hasPort = true;
      settle(line.trim());
    });
    const ended = this.process.ended.then((exitCode) => {
      throw options.notReady({ exitCode }, this.printed);
    });
    this.ready = Promise.race([first, ended]).then((port) => {
      if (!/^\d+$/.test(port)) throw options.notReady({ port }, this.printed);
      this.connected = new ProviderClient(`127.0.0.1:${port}`);
    });
    // There may be no listener for a process that was started in advance.
    this.ready.catch(() => undefined);
    ended.catch(() => undefined);
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
    const isAlive = await this.connected?.cancel().then(
      () => true,
      (error: unknown) => !isUnavailable(error),
    );
    if (isAlive === false) this.options.onCrash?.(this.printed);
    this.connected?.close();
    await this.process.stop();
  }
}

function isUnavailable(error: unknown): boolean {
  const unavailable = 14;
  return error instanceof Error && "code" in error && error.code === unavailable;
}
