/** Calls of the engine without an answer yet. The process does not end itself while there is one. */
export const callsUnderWay = new Set<Promise<unknown>>();

/** Keeps the call in the set until it has ended. */
export async function underWay<T>(call: Promise<T>): Promise<T> {
  callsUnderWay.add(call);
  try {
    return await call;
  } finally {
    callsUnderWay.delete(call);
  }
}
