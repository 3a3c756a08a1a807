/** The error that a promise fails with; it is an error when it does not. */
export async function failure(promise: Promise<unknown>): Promise<Error> {
  let value: unknown;
  try {
    value = await promise;
  } catch (error) {
    return error instanceof Error ? error : new Error(`not an error: ${String(error)}`);
  }
  throw new Error(`did not fail, but gave ${JSON.stringify(value)}`);
}
