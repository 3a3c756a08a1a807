import type { UntypedServiceImplementation } from "@grpc/grpc-js";
import type { Diagnostic } from "../diagnostics";
import type { StackConfig } from "./stackConfig";

/** The facts about the deployment that a program receives. */
export interface ProgramContext {
  /** Address of the resource monitor and the engine. */
  address: string;
  /** The resource monitor, for a program that calls it without a connection in between. */
  monitor: UntypedServiceImplementation;
  project: string;
  stack: string;
  dryRun: boolean;
  parallel: number;
  config: StackConfig;
  env: Readonly<Record<string, string>>;
  report(diagnostic: Diagnostic): void;
}

/** A program under way. */
export interface RunningProgram {
  /** Settles with the error the program failed with, or with nothing. */
  ended: Promise<Error | undefined>;
  /** Ends the program if it has not ended by itself. */
  stop(): Promise<void>;
}

/** A Pulumi program that can be started. */
export interface Program {
  /** Directory in which its dynamic providers run. */
  readonly directory: string;
  start(context: ProgramContext): RunningProgram;
}
