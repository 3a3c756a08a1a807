import type { Project } from "./project";
import type { Program, ProgramContext, RunningProgram } from "./program";
import { ProgramError } from "./programError";
import { ScriptProcess } from "./childProcess";
import { resolveSdkModule } from "./resolveModule";

/** A program in a directory, run in a child process as the language host of the Pulumi CLI runs it. */
export class DirectoryProgram implements Program {
  readonly directory: string;

  constructor(private readonly project: Project) {
    this.directory = project.directory;
  }

  start(context: ProgramContext): RunningProgram {
    const child = new ScriptProcess({
      script: resolveSdkModule("cmd/run", this.directory),
      args: this.argumentsFor(context),
      directory: this.directory,
      env: {
        ...context.env,
        PULUMI_CONFIG: JSON.stringify(context.config.plain()),
        PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(context.config.secretKeys()),
        ...(this.project.typescript ? { PULUMI_NODEJS_TYPESCRIPT: "true" } : {}),
      },
      onLine: (message) => {
        context.report({ severity: "info", message });
      },
    });
    return { ended: child.ended.then(asError), stop: () => child.stop() };
  }

  private argumentsFor(context: ProgramContext): string[] {
    const named = {
      monitor: context.address,
      engine: context.address,
      organization: "organization",
      project: context.project,
      "root-directory": this.project.root,
      stack: context.stack,
      pwd: this.directory,
      parallel: String(context.parallel),
    };
    const flags = Object.entries(named).flatMap(([name, value]) => [`--${name}`, value]);
    return [...flags, ...(context.dryRun ? ["--dry-run"] : []), this.project.entry];
  }
}

function asError(exitCode: number): Error | undefined {
  return exitCode === 0 ? undefined : new ProgramError(`The program exited with code ${exitCode}.`);
}
