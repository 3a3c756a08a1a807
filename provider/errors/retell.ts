import { type ErrorDetails, PowerPlatformError } from "./powerPlatformError";

/** The same error in other words: of the same class, with the same fields and cause, and with `more` of them. */
export function retell<E extends PowerPlatformError>(error: E, message: string, more: ErrorDetails = {}): E {
  const details: ErrorDetails = { ...Object.fromEntries(Object.entries(error)), ...more };
  const told = new PowerPlatformError(message, details, { cause: error.cause });
  // Constructors of subclasses take what they like, so the class is given rather than constructed.
  Object.setPrototypeOf(told, Object.getPrototypeOf(error) as object);
  Object.defineProperty(told, "name", { value: error.name });
  return told as E;
}
