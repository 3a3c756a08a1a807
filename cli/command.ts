/** A subcommand of `pulumi-power-platform`. */
export interface Command {
  /** Text for `--help` of the command. */
  help: string;
  /** Answers the exit code. Throws a `UsageError` for arguments it does not understand. */
  run(args: string[]): Promise<number>;
}

/** Arguments that cannot be understood: one line on stderr and exit code 2. */
export class UsageError extends Error {}
