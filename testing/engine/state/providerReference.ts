/** Names one provider: the URN of its resource and its id, joined by `::`. */
export interface ProviderReference {
  urn: string;
  id: string;
}

/** Reads the `provider` of a resource. */
export function parseProviderReference(text: string): ProviderReference {
  const end = text.lastIndexOf("::");
  if (end < 0) throw new Error(`"${text}" is not a provider reference.`);
  return { urn: text.slice(0, end), id: text.slice(end + 2) };
}

/** Writes the `provider` of a resource. */
export function formatProviderReference(urn: string, id: string): string {
  return `${urn}::${id}`;
}
