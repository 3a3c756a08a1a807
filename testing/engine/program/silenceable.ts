/** Any method of a gRPC client. */
type Method = (request: unknown, callback: (error: unknown, response: unknown) => void) => unknown;

/**
 * Lets a gRPC client of the SDK be silenced, and returns the function that does so. Afterwards no call fails, also no
 * call under way, so a stopped program has no unhandled errors. Calls in `pass` succeed. Others are never answered.
 */
export function silenceable(client: object, { pass }: { pass: boolean }): () => void {
  let isSilent = false;
  const methods = client as Record<string, unknown>;
  for (const name of Object.keys(Object.getPrototypeOf(client) as object)) {
    const method = methods[name];
    if (typeof method !== "function") continue;
    methods[name] = ((request, callback) => {
      const answer: typeof callback = (error, response) => {
        if (!isSilent) callback(error, response);
        else if (pass) callback(null, undefined);
      };
      if (isSilent) answer(null, undefined);
      else (method as Method).call(client, request, answer);
      return undefined;
    }) satisfies Method;
  }
  return () => {
    isSilent = true;
    (client as { close(): void }).close();
  };
}
