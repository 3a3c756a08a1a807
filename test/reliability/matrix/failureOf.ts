/** What a run was stopped by; `undefined` when it ended well. */
export async function failureOf(run: Promise<unknown>): Promise<Error | undefined> {
  try {
    await run;
    return undefined;
  } catch (error) {
    return error as Error;
  }
}
