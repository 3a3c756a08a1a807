import { spawn, type ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { join } from "node:path";

/** Where a process printed a line. */
export type OutputStream = "stdout" | "stderr";

/** How a child process is started. */
interface ChildOptions {
  args: readonly string[];
  directory: string;
  env: Readonly<Record<string, string | undefined>>;
  /** Receives every line that the process prints. */
  onLine: (line: string, stream: OutputStream) => void;
}

/** How to start a Node script as a child process. */
export interface ScriptOptions extends ChildOptions {
  script: string;
}

/** How to start an executable as a child process. */
export interface ExecutableOptions extends ChildOptions {
  executable: string;
}

const isWindows = process.platform === "win32";

/** A child process, read line by line. */
abstract class LineProcess {
  /** Settles with the exit code when the process has ended and its last line is read; killed counts as 1. */
  readonly ended: Promise<number>;

  protected constructor(
    name: string,
    protected readonly child: ChildProcess,
    onLine: ChildOptions["onLine"],
  ) {
    for (const stream of ["stdout", "stderr"] as const) {
      const input = child[stream];
      if (input)
        createInterface({ input }).on("line", (line) => {
          onLine(line, stream);
        });
    }
    this.ended = new Promise((resolve) => {
      child.once("error", (error) => {
        onLine(`${name} could not be started: ${error.message}`, "stderr");
        resolve(1);
      });
      child.once("close", (code) => {
        resolve(code ?? 1);
      });
    });
  }

  /** Asks the process to end, waits for it, and ends it by force after five seconds as the Pulumi CLI does. */
  async stop(signal: NodeJS.Signals = "SIGINT"): Promise<void> {
    this.signal(signal);
    const timer = setTimeout(() => {
      this.signal("SIGKILL");
    }, 5_000);
    await this.ended;
    clearTimeout(timer);
  }

  protected signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }
}

/** A Node script in a child process that does not outlive this one. */
export class ScriptProcess extends LineProcess {
  constructor({ script, args, directory, env, onLine }: ScriptOptions) {
    const launcher = join(__dirname, "launch.js");
    const child = spawn(process.execPath, [launcher, script, ...args], {
      cwd: directory,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    super(script, child, onLine);
  }
}

/** An executable in its own process group, as the Pulumi CLI starts plugins. A shell script and its children end together. */
export class ExecutableProcess extends LineProcess {
  constructor({ executable, args, directory, env, onLine }: ExecutableOptions) {
    const child = spawn(executable, [...args], {
      cwd: directory,
      env: { ...process.env, ...env },
      stdio: ["pipe", "pipe", "pipe"],
      detached: !isWindows,
      shell: isWindows && executable.endsWith(".cmd"),
    });
    super(executable, child, onLine);
  }

  protected override signal(signal: NodeJS.Signals): void {
    const { pid } = this.child;
    if (isWindows || pid === undefined) {
      super.signal(signal);
      return;
    }
    try {
      process.kill(-pid, signal);
    } catch {
      // The whole group has ended.
    }
  }
}
