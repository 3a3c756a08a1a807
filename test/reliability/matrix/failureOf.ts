/** What a run was stopped by; `undefined` when it ended well. */
export async function failureOf<E extends Error = Error>(run: Promise<unknown>): Promise<E | undefined> {
  try {
    await run;
    return undefined;
  } catch (error) {
    return error as E;
  }
}
