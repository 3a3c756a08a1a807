import { setImmediate as turn } from "node:timers/promises";
import { isGrpcError } from "@pulumi/pulumi/errors";
import { setAllConfig } from "@pulumi/pulumi/runtime/config";
import * as settings from "@pulumi/pulumi/runtime/settings";
import { runInPulumiStack } from "@pulumi/pulumi/runtime/stack";
import { withLocalSettings } from "./localSettings";
import type { Program, ProgramContext, RunningProgram } from "./program";
import { collectRejections } from "./rejections";
import { silenceable } from "./silenceable";

/** To the SDK, 1 would mean a queue of resources that all programs of the process share; the engine keeps to its limit anyway. */
const sdkParallel = 16;

let running = 0;
let before: PropertyDescriptor | undefined;

/** The SDK leaves its stack in a global. Returns what puts back what was there before the first of the programs that run at a time. */
function keepStackResource(): () => void {
  if (running++ === 0) before = Object.getOwnPropertyDescriptor(globalThis, "stackResource");
  return () => {
    if (--running > 0) return;
    if (before) Object.defineProperty(globalThis, "stackResource", before);
    else Reflect.deleteProperty(globalThis, "stackResource");
  };
}

/** A program given as a function, run in this process as the Automation API runs it. */
export class InlineProgram implements Program {
  /**
   * @param main makes resources; what it returns are the outputs of the stack
   * @param directory where its dynamic providers run
   */
  constructor(
    private readonly main: () => unknown,
    readonly directory: string,
  ) {}

  start(context: ProgramContext): RunningProgram {
    const restore = keepStackResource();
    const silence: (() => void)[] = [];
    let failure: Error | undefined;
    let reject: (error: Error) => void = () => undefined;
    const rejected = new Promise<Error>((resolve) => (reject = resolve));
    const fail = (reason: unknown): Error | undefined => {
      const error = reason instanceof Error ? reason : new Error(String(reason));
      // The SDK gets these from the engine when the operation ends, which knows why.
      if (!isGrpcError(error)) reject((failure ??= error));
      return failure;
    };
    const stopCollecting = collectRejections(fail);
    // Unhandled rejections of a program are reported one turn of the event loop later.
    const main = withLocalSettings(() => this.run(context, silence)).then(() => turn(failure), fail);
    const stop = async (): Promise<void> => {
      for (const silenceClient of silence) silenceClient();
      await turn();
      stopCollecting();
      restore();
    };
    return { ended: Promise.race([main.then(() => failure), rejected]), stop };
  }

  private async run(context: ProgramContext, silence: (() => void)[]): Promise<void> {
    const { address, project, stack, dryRun, config } = context;
    settings.resetOptions(project, stack, sdkParallel, address, address, dryRun, "organization");
    setAllConfig(config.plain(), config.secretKeys());
    const [monitor, engine] = [settings.getMonitor(), settings.getEngine()];
    if (monitor) silence.push(silenceable(monitor, { pass: false }));
    // All programs of a process share one queue of messages, which must not get stuck.
    if (engine) silence.push(silenceable(engine, { pass: true }));
    await runInPulumiStack(() => Promise.resolve(this.main()));
    await settings.disconnect(true);
  }
}
