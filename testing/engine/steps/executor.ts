import { markSecretOutputs } from "../properties/secrets";
import { InitError } from "../providers/initError";
import type { Operation } from "./operation";
import { ProtectedError } from "./deleteStep";
import type { Step } from "./step";

/** What the executor tells about the steps. */
export interface StepObserver {
  /** A step is done; with an error if it failed. */
  done(step: Step, error: Error | undefined): void;
}

/** Carries out steps: chains side by side up to a limit, the steps of a chain one after the other. */
export class StepExecutor {
  private readonly waiting: (() => void)[] = [];
  private running = 0;
  private stopped = false;
  private whenIdle: (() => void)[] = [];

  constructor(
    private readonly operation: Operation,
    private readonly observer: StepObserver,
    private readonly parallel: number,
  ) {}

  /** True once a step has failed or the executor was told to stop: no further step is started. */
  get isStopped(): boolean {
    return this.stopped;
  }

  /** Starts no further step. Those under way go on. */
  stop(): void {
    this.stopped = true;
    for (const resume of this.waiting.splice(0)) {
      this.running++;
      resume();
    }
  }

  /** Settles when no step is under way. */
  async idle(): Promise<void> {
    if (this.running > 0) await new Promise<void>((resolve) => this.whenIdle.push(resolve));
  }

  /** Carries out a chain of steps; false if not all of it was done. With `independent` a failure stops nothing but the chain. */
  async run(chain: readonly Step[], { independent = false } = {}): Promise<boolean> {
    await this.slot();
    try {
      for (const step of chain) {
        if (this.stopped || !(await this.carryOut(step, independent))) return false;
      }
      return true;
    } finally {
      this.release();
    }
  }

  private async slot(): Promise<void> {
    if (this.running < this.parallel || this.stopped) this.running++;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** Whoever waits takes over the slot. */
  private release(): void {
    const next = this.waiting.shift();
    if (next) {
      next();
      return;
    }
    this.running--;
    if (this.running === 0) for (const resume of this.whenIdle.splice(0)) resume();
  }

  private async carryOut(step: Step, independent: boolean): Promise<boolean> {
    try {
      await step.apply();
      this.settle(step);
      this.observer.done(step, undefined);
      return true;
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown : new Error(String(thrown));
      if (error instanceof InitError) this.settle(step);
      if (!independent && !(error instanceof ProtectedError)) this.stop();
      this.observer.done(step, error);
      return false;
    }
  }

  private settle(step: Step): void {
    if (step.new && step.op !== "replace") {
      const { outputs, inputs, additionalSecretOutputs } = step.new;
      step.new.outputs = markSecretOutputs(outputs, inputs, additionalSecretOutputs);
    }
    step.commit(this.operation.snapshot);
  }
}
