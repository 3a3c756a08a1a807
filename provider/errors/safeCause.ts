/** The part of a foreign error that is kept: nothing that may contain a header, a body or a configuration. */
export interface SafeCause {
  readonly name: string;
  readonly message: string;
  readonly code?: string;
  readonly cause?: SafeCause;
}

const DEEPEST = 4;

/**
 * A copy of a foreign error (axios, identity, Node) without what it carries: name, message and code, and the same of
 * its causes. The original is never kept, since it carries request and response.
 */
export function safeCause(error: unknown, depth = 0): SafeCause | undefined {
  if (error === undefined || error === null || depth >= DEEPEST) return undefined;
  if (typeof error !== "object") return { name: typeof error, message: primitiveText(error) };
  const name = textOf(error, "name");
  const code = textOf(error, "code");
  const cause = safeCause(read(error, "cause"), depth + 1);
  return {
    name: name ?? "Error",
    message: textOf(error, "message") ?? "",
    ...(code === undefined ? {} : { code }),
    ...(cause === undefined ? {} : { cause }),
  };
}

function primitiveText(value: unknown): string {
  return typeof value === "string" ? value : String(value);
}

function textOf(error: object, key: string): string | undefined {
  const value = read(error, key);
  if (typeof value === "string") return value === "" ? undefined : value;
  return typeof value === "number" ? String(value) : undefined;
}

function read(error: object, key: string): unknown {
  try {
    return (error as Record<string, unknown>)[key];
  } catch {
    return undefined;
  }
}
