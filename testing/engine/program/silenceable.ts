/** Any method of a gRPC client. */
type Method = (request: unknown, callback: (error: unknown, response: unknown) => void) => unknown;

/**
 * Makes a gRPC client of the SDK one that can be silenced. From then on its calls, also those under way, are never
 * answered: a program that was stopped gets no errors that nobody would handle. Gives back how to silence it.
 */
export function silenceable(client: object): () => void {
  let isSilent = false;
  const methods = client as Record<string, unknown>;
  for (const name of Object.keys(Object.getPrototypeOf(client) as object)) {
    const method = methods[name];
    if (typeof method !== "function") continue;
    methods[name] = ((request, callback) => {
      if (isSilent) return undefined;
      return (method as Method).call(client, request, (error, response) => {
        if (!isSilent) callback(error, response);
      });
    }) satisfies Method;
  }
  return () => {
    isSilent = true;
    (client as { close(): void }).close();
  };
}
