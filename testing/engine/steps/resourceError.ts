/** The errors of one resource, one message each. */
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
