/** Address of the engine among the arguments of a process that Pulumi has started. */
export const engineAddressIn = (argv: readonly string[]): string | undefined =>
  argv.slice(2).find((argument) => /^[\w.[\]:-]+:\d+$/.test(argument));
