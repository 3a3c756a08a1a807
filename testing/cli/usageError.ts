/** Arguments that cannot be understood: one line on stderr and exit code 2. */
export class UsageError extends Error {}
