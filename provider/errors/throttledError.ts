import { PowerPlatformError } from "./powerPlatformError";

/** The service asked to slow down (429, or 503 with a time) for longer than we wait. `retryAfterMs` says how long. */
export class ThrottledError extends PowerPlatformError {}
