import { markSecretOutputs } from "../properties/secrets";
import { InitError } from "../providers/initError";
import type { Operation } from "./operation";
import { ProtectedError } from "./deleteStep";
import type { Step } from "./step";

/** The executor's reports about steps. */
export interface StepObserver {
  /** A step has ended, with an error if it failed. */
  done(step: Step, error: Error | undefined): void;
}

/** Runs steps: chains in parallel up to a limit, the steps of a chain one after the other. */
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

  /** True after a failed step or a call of `stop`. No further step starts. */
  get isStopped(): boolean {
    return this.stopped;
  }

  /** Starts no further step. Steps under way continue. */
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

  /** Runs a chain of steps. False if a step was not done. With `independent`, a failure stops this chain only. */
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

  /** Passes the slot to the next waiting chain. */
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
