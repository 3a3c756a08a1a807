/** A subcommand of `pulumi-power-platform`. */
export interface Command {
  /** Text for `--help` of the command. */
  help: string;
  /** Returns the exit code. Throws a `UsageError` for invalid arguments. */
  run(args: string[]): Promise<number>;
}

/** Invalid arguments: one line on stderr and exit code 2. */
export class UsageError extends Error {}
