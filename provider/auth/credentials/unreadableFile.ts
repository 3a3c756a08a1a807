import { ConfigurationError } from "../../errors";
import type { Setting } from "../resolvedSettings";

/** A file that a setting names and that could not be read. */
export function unreadableFile(what: string, { value, origin }: Setting, error: unknown): ConfigurationError {
  const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
  return new ConfigurationError(`The ${what} ${value} from ${origin} could not be read (${code}).`);
}
