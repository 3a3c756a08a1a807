import { ConfigurationError } from "../../../provider/errors";

/** What is wrong with the settings that are read, or `valid`. */
export function failureOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message;
    throw error;
  }
  return "valid";
}
