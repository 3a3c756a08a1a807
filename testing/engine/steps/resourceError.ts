/** What is wrong with one resource: one message each, to be reported as they are. */
export class ResourceError extends Error {
  override readonly name = "ResourceError";

  constructor(
    readonly urn: string,
    readonly messages: readonly string[],
    options?: ErrorOptions,
  ) {
    super(messages.join("\n"), options);
  }
}
