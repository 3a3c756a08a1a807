import { PowerPlatformError } from "./powerPlatformError";

/** The service was not reached or the connection broke. `code` is the system's; `outcome` says whether it was sent. */
export class ConnectionError extends PowerPlatformError {}
