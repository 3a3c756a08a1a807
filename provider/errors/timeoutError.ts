import { PowerPlatformError } from "./powerPlatformError";

/** A timeout: of a connection, of an answer, or of a wait for a state. */
export class TimeoutError extends PowerPlatformError {}
