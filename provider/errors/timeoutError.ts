import { PowerPlatformError } from "./powerPlatformError";

/** Something did not happen in time: a connection, an answer, or a state that was waited for. */
export class TimeoutError extends PowerPlatformError {}
