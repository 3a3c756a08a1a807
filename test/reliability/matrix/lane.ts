import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

import { Emulator } from "../../../testing/emulator";
import { freshPulumiHome } from "../../pulumiHome";
import type { ProviderDriver } from "../../scenarios/driver";
import type { Adapter, ProviderProcess, StartProvider } from "./providerProcess";

const NODE_OPTIONS = `--require ${join(__dirname, "givenTime.js")}`;

/** Seconds: longer than anything that ends in the matrix, shorter than what does not. */
const POWER_PLATFORM_POLL_TIMEOUT = "60";

/** A tenant, a machine, and one adapter's provider on it, with which one cell after the other is played. */
export class Lane {
  private readonly home = freshPulumiHome();
  private process: Promise<ProviderProcess> | undefined;
  private env: Readonly<Record<string, string>> | undefined;
  private isCancelled = false;
  private isAbandoned = false;

  private constructor(
    readonly adapter: Adapter,
    readonly emulator: Emulator,
    private readonly clock: { ahead: number },
    private readonly startProvider: StartProvider,
  ) {}

  static async start(adapter: Adapter, startProvider: StartProvider): Promise<Lane> {
    const clock = { ahead: 0 };
    const emulator = await Emulator.start({
      isv: true,
      clock: { now: () => Date.now() + clock.ahead, sleep: () => Promise.resolve() },
      // What is accepted is done at once: what is waited for has scenarios of its own.
      provisioning: { operations: 0 },
    });
    return new Lane(adapter, emulator, clock, startProvider);
  }

  /** A run of the engine. */
  async run(): Promise<ProviderDriver> {
    if (this.isCancelled) await this.kill();
    this.process ??= this.startProvider(this.adapter, {
      ...(this.env ?? this.emulator.env()),
      NODE_OPTIONS,
      POWER_PLATFORM_POLL_TIMEOUT,
      PULUMI_HOME: this.home,
    });
    const running = await this.process;
    const isAbandoned = this.isAbandoned;
    this.isAbandoned = false;
    return running.run(isAbandoned);
  }

  /** The first Ctrl-C; the process serves no other run after it. */
  async cancel(): Promise<void> {
    this.isCancelled = true;
    await (await this.process)?.cancel();
  }

  /** The engine is gone before its run has ended. */
  abandon(): void {
    this.isAbandoned = true;
  }

  /** Ends the process without a word; the next run starts another. */
  async kill(): Promise<void> {
    const running = this.process;
    this.process = undefined;
    this.isCancelled = false;
    await (await running)?.kill();
  }

  /** The attempts under way take too long. */
  async timeOut(): Promise<void> {
    (await this.process)?.timeOut();
  }

  /** Time passes for the tenant. */
  later(ms: number): void {
    this.clock.ahead += ms;
  }

  /** Runs from now on have this environment instead of the tenant's own. */
  async use(env: Readonly<Record<string, string>> | undefined): Promise<void> {
    await this.kill();
    this.env = env;
  }

  /** Another tenant on another machine, for the next cell. */
  async reset(): Promise<void> {
    if (this.env !== undefined) await this.use(undefined);
    this.emulator.reset();
    this.clock.ahead = 0;
    this.forgetMachine();
  }

  /** What the provider has kept on the machine is gone, as on another one. */
  forgetMachine(): void {
    for (const name of readdirSync(this.home)) rmSync(join(this.home, name), { recursive: true });
  }

  async close(): Promise<void> {
    await this.kill();
    await this.emulator.close();
  }
}
