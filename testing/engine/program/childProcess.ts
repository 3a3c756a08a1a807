import { spawn, type ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { join } from "node:path";

/** How to start a Node script as a child process. */
export interface ScriptOptions {
  script: string;
  args: readonly string[];
  directory: string;
  env: Readonly<Record<string, string | undefined>>;
  /** Gets every line the process prints, whichever stream it is. */
  onLine(line: string): void;
}

/** A Node script in a child process that does not outlive this one. */
export class ScriptProcess {
  /** Settles with the exit code when the process has ended and its last line is read; killed counts as 1. */
  readonly ended: Promise<number>;
  private readonly child: ChildProcess;

  constructor(options: ScriptOptions) {
    const launcher = join(__dirname, "launch.js");
    this.child = spawn(process.execPath, [launcher, options.script, ...options.args], {
      cwd: options.directory,
      env: { ...process.env, ...options.env },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      if (stream)
        createInterface({ input: stream }).on("line", (line) => {
          options.onLine(line);
        });
    }
    this.ended = new Promise((resolve) => {
      this.child.once("error", (error) => {
        options.onLine(`${options.script} could not be started: ${error.message}`);
        resolve(1);
      });
      this.child.once("close", (code) => {
        resolve(code ?? 1);
      });
    });
  }

  /** Asks the process to end, waits for it, and ends it by force after five seconds as the Pulumi CLI does. */
  async stop(signal: NodeJS.Signals = "SIGINT"): Promise<void> {
    this.child.kill(signal);
    const timer = setTimeout(() => this.child.kill("SIGKILL"), 5_000);
    await this.ended;
    clearTimeout(timer);
  }
}
