import type { Program, ProgramContext, RunningProgram } from "./program";

/** A program given as a function, run in this process as the Automation API runs it. */
export class InlineProgram implements Program {
  constructor(
    private readonly main: () => unknown,
    readonly directory: string,
  ) {}

  start(context: ProgramContext): RunningProgram {
    context;
    this.main;
    throw new Error("not yet");
  }
}
