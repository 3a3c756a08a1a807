import type { Context } from "./context";

/** Makes or changes an object, and keeps its name when that fails. */
export async function noteFailure<T>(
  resource: string,
  { failed }: Pick<Context, "failed">,
  task: () => Promise<T>,
): Promise<T> {
  try {
    return await task();
  } catch (error) {
    failed.add(resource);
    throw error;
  }
}
